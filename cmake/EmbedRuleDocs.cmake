# Writes OUT, a C++ file with the text of every file in DOCS under the rule's id (`unknown_scope.md`
# is `unknown-scope`). Text goes in as raw strings of at most 12,000 bytes, which all compilers take.
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
file(WRITE ${OUT} "#include \"rules/registry.h\"\n
namespace zoomc {
namespace {

struct Page {
  std::string_view id;
  std::string_view text;
};

constexpr Page kPages[] = {
${rows}};

}  // namespace

std::string_view rule_documentation(std::string_view id) {
  for (const Page& page : kPages) {
    if (page.id == id) return page.text;
  }
  return {};
}

}  // namespace zoomc
")
