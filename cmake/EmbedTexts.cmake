# Writes OUT, a C++ file with FUNCTION of HEADER, in the namespace of its folder: the text of every file in DOCS under its name, dashes for
# underscores (`unknown_scope.md` is `unknown-scope`, `app.schema.json` is `app`). Text goes in as raw strings of
# at most 12,000 bytes, which all compilers take.
set(rows "")
foreach(doc IN LISTS DOCS)
  get_filename_component(name ${doc} NAME_WE)
  string(REPLACE "_" "-" id ${name})
  file(READ ${doc} text)
  string(LENGTH "${text}" length)
  set(literals "")
  set(from 0)
  while(from LESS length)
    string(SUBSTRING "${text}" ${from} 12000 piece)
    string(APPEND literals "\n     R\"zoomc(${piece})zoomc\"")
    math(EXPR from "${from} + 12000")
  endwhile()
  string(APPEND rows "    {\"${id}\",${literals}},\n")
endforeach()
get_filename_component(folder ${HEADER} DIRECTORY)
file(WRITE ${OUT} "#include \"${HEADER}\"\n
namespace zoomc::${folder} {
namespace {

struct Embedded {
  std::string_view id;
  std::string_view text;
};

constexpr Embedded kTexts[] = {
${rows}};

}  // namespace

std::string_view ${FUNCTION}(std::string_view id) {
  for (const Embedded& text : kTexts) {
    if (text.id == id) return text.text;
  }
  return {};
}

}  // namespace zoomc::${folder}
")
