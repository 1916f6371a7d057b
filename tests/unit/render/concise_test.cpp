#include "render/format.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::render;

namespace {

Diagnostic finding_of(std::string_view id, Severity severity, Span place, std::string message) {
  return {.id = id, .severity = severity, .primary = place, .message = std::move(message)};
}

}  // namespace

TEST_CASE("render_concise gives a line a finding") {
  const SourceFile file{"apps/crm.zoom.yaml", "zoomc: 1\r\nname: é x\r\n"};
  const std::vector<Diagnostic> findings = {
      finding_of("a-note", Severity::note, {0, 5}, "the first"),
      finding_of("a-warning", Severity::warning, {19, 20}, "columns count code points"),
      finding_of("an-error", Severity::error, {22, 22}, "the end of the file"),
  };
  CHECK(render_concise(file, findings) ==
        "apps/crm.zoom.yaml:1:1: note[a-note] the first\n"
        "apps/crm.zoom.yaml:2:9: warning[a-warning] columns count code points\n"
        "apps/crm.zoom.yaml:3:1: error[an-error] the end of the file\n");
}

TEST_CASE("render_concise of nothing is nothing") {
  CHECK(render_concise({"a.yaml", "x"}, {}).empty());
}

TEST_CASE("a finding of render_concise is one line, whatever is in it") {
  const SourceFile file{"a\n\x1b[2J.yaml", ""};
  CHECK(render_concise(file, {finding_of("x", Severity::error, {0, 0}, "two\nlines \u202e\xFF")}) ==
        R"(a\n\x1b[2J.yaml:1:1: error[x] two\nlines \u202e\xff)"
        "\n");
}

TEST_CASE("render_concise leaves none out") {
  const std::vector<Diagnostic> findings(kMaxTextFindings + 50,
                                         finding_of("x", Severity::error, {0, 0}, "again"));
  const std::string text = render_concise({"a", ""}, findings);
  CHECK(text.size() == findings.size() * std::string_view("a:1:1: error[x] again\n").size());
}
