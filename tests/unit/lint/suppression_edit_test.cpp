#include "lint/suppression_edit.h"

#include "edit/apply.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

// `text` with a suppression of every `CAT` (rule `no-cats`) and `DOG` (rule `no-dogs`) in it.
std::string allowed(const std::string& text) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  std::vector<Diagnostic> found;
  for (const auto& [word, id] : {std::pair{"CAT", "no-cats"}, std::pair{"DOG", "no-dogs"}}) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const auto begin = static_cast<std::uint32_t>(at);
      found.push_back({.id = id, .primary = {begin, begin + 3}});
    }
  }
  std::vector<const Diagnostic*> findings;
  for (const Diagnostic& one : found) findings.push_back(&one);
  std::string made = edit::apply_edits(text, suppress_findings(file, *document, findings, "why"));
  const SourceFile edited{"a", made};
  CHECK(syntax::parse(edited, sink));
  CHECK(sink.empty());
  return made;
}

}  // namespace

TEST_CASE("an allowance goes above the line, as deep as it") {
  CHECK(allowed("a: CAT\n") == "# zoomc: allow no-cats -- why\na: CAT\n");
  CHECK(allowed("a:\n  - CAT\n  - DOG\n") ==
        "a:\n  # zoomc: allow no-cats -- why\n  - CAT\n  # zoomc: allow no-dogs -- why\n  - DOG\n");
  CHECK(allowed("a: 1\nb: CAT") == "a: 1\n# zoomc: allow no-cats -- why\nb: CAT");
  CHECK(allowed("b: CAT") == "# zoomc: allow no-cats -- why\nb: CAT");
  CHECK(allowed("a: CAT # mine\n") == "# zoomc: allow no-cats -- why\na: CAT # mine\n");
}

TEST_CASE("findings of one line share a comment") {
  CHECK(allowed("a: [CAT, DOG, CAT]\n") ==
        "# zoomc: allow no-cats, no-dogs -- why\na: [CAT, DOG, CAT]\n");
}

TEST_CASE("the file keeps its line breaks and its BOM") {
  CHECK(allowed("a: 1\r\nb: CAT\r\n") == "a: 1\r\n# zoomc: allow no-cats -- why\r\nb: CAT\r\n");
  CHECK(allowed("a: 1\r\nb: CAT") == "a: 1\r\n# zoomc: allow no-cats -- why\r\nb: CAT");
  CHECK(allowed("\xEF\xBB\xBF"
                "a: CAT\n") == "\xEF\xBB\xBF# zoomc: allow no-cats -- why\na: CAT\n");
}

TEST_CASE("a finding inside a text of several lines is allowed above the text") {
  CHECK(allowed("a: 1\nb: |\n  some\n  CAT\nc: 1\n") ==
        "a: 1\n# zoomc: allow no-cats -- why\nb: |\n  some\n  CAT\nc: 1\n");
  CHECK(allowed("b: \"some\n  CAT\"\n") == "# zoomc: allow no-cats -- why\nb: \"some\n  CAT\"\n");
  CHECK(allowed("b: some\n  CAT\n") == "# zoomc: allow no-cats -- why\nb: some\n  CAT\n");
  CHECK(allowed("b:\n  some\n  CAT\n") == "b:\n  # zoomc: allow no-cats -- why\n  some\n  CAT\n");
}

TEST_CASE("between the lines of a flow collection") {
  CHECK(allowed("a: [x,\n  CAT,\n  y]\n") ==
        "a: [x,\n  # zoomc: allow no-cats -- why\n  CAT,\n  y]\n");
  CHECK(allowed("{a: 1,\n b: {c: CAT}}\n") ==
        "{a: 1,\n # zoomc: allow no-cats -- why\n b: {c: CAT}}\n");
}

TEST_CASE("above all lines that texts of several lines join") {
  CHECK(allowed("a: [\"x\n  y\", CAT] # mine\nb: 1\n") ==
        "# zoomc: allow no-cats -- why\na: [\"x\n  y\", CAT] # mine\nb: 1\n");
  CHECK(allowed("a: [\"x\n  y\", \"CAT\n  z\"]\n") ==
        "# zoomc: allow no-cats -- why\na: [\"x\n  y\", \"CAT\n  z\"]\n");
  CHECK(allowed("a: [1,\n  \"x\n  y\", CAT, \"v\n  w\", DOG,\n  CAT]\n") ==
        "a: [1,\n  # zoomc: allow no-cats, no-dogs -- why\n  \"x\n  y\", CAT, \"v\n  w\", DOG,\n"
        "  # zoomc: allow no-cats -- why\n  CAT]\n");
}

TEST_CASE("which texts will do as a reason") {
  CHECK(refuse_reason("in the backlog, see #12") == "");
  CHECK(refuse_reason("übernommen – später") == "");
  CHECK(refuse_reason("") == "the reason is empty");
  CHECK(refuse_reason(" \t ") == "the reason is empty");
  CHECK(refuse_reason("a\nb") == "the reason has characters that cannot be written on one line");
  CHECK(refuse_reason("a\xFF") == "the reason has characters that cannot be written on one line");
  CHECK(refuse_reason(std::string(501, 'a')) == "the reason is longer than 500 bytes");
  CHECK(refuse_reason("a # zoomc: allow b") ==
        "the reason contains `zoomc:`, which would begin another allowance");
}
