#include "render/format.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::render;

namespace {

// The span of the first `part` in `text`.
Span first_of(const std::string& text, std::string_view part) {
  const std::size_t begin = text.find(part);
  REQUIRE(begin != std::string::npos);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
}

Diagnostic odd_finding(Span place, std::string label = "") {
  Diagnostic finding{.id = "odd", .primary = place, .message = "it is odd"};
  finding.primary_label = std::move(label);
  return finding;
}

std::string shown(const std::string& text, const Diagnostic& finding) {
  // Raw string literals read better with a line break at the start.
  return "\n" + render_text({"a.yaml", text}, {finding}, false);
}

std::string without_escapes(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b') {
      at = text.find('m', at);
    } else {
      out += text[at];
    }
  }
  return out;
}

const std::string kSampleText = R"(zoomc: 1
app:
  name: Acme CRM Sync
managed_by: admin
platform: unified
region: eu
features:
  users: [read]
  meetings: [read]
  phone:
    [recordings,
     call_history]
oauth:
  redirect_url: https://api-eu.unified.to/oauth/code/
)";

Diagnostic sample_finding() {
  const Span url = first_of(kSampleText, "https://api-eu.unified.to/oauth/code/");
  Diagnostic finding{.id = "redirect-url-mismatch", .primary = {url.end - 1, url.end}};
  finding.message = "redirect URL ends with a `/` that Unified does not send";
  finding.primary_label = "remove this";
  finding.labels = {{first_of(kSampleText, "eu\n"),
                     "the EU workspace sends `https://api-eu.unified.to/oauth/code`"}};
  finding.labels.front().span.end -= 1;
  finding.zoom = {ZoomVerdict::accepts, "users then see `Invalid redirect url` (4700)"};
  finding.fixes = {{.safety = FixSafety::safe,
                    .title = "`https://api-eu.unified.to/oauth/code`",
                    .edits = {{{url.end - 1, url.end}, ""}}}};
  return finding;
}

}  // namespace

TEST_CASE("a finding looks as the design shows it") {
  const std::string expected =
      R"(error[redirect-url-mismatch]: redirect URL ends with a `/` that Unified does not send
  --> crm-sync.zoom.yaml:14:53
   |
 6 | region: eu
   |         -- the EU workspace sends `https://api-eu.unified.to/oauth/code`
...
14 |   redirect_url: https://api-eu.unified.to/oauth/code/
   |                                                     ^ remove this
   |
   = zoom accepts it; users then see `Invalid redirect url` (4700)
   = fix (safe): `https://api-eu.unified.to/oauth/code`
   = more: zoomc explain redirect-url-mismatch
)";
  CHECK(render_text({"crm-sync.zoom.yaml", kSampleText}, {sample_finding()}, false) == expected);
}

TEST_CASE("colour adds escapes and nothing else") {
  const SourceFile file{"crm-sync.zoom.yaml", kSampleText};
  Diagnostic warning = odd_finding(first_of(kSampleText, "phone"), "here");
  warning.severity = Severity::warning;
  warning.labels = {{first_of(kSampleText, "phone:"), "around it"}};
  Diagnostic note = odd_finding(first_of(kSampleText, "zoomc"));
  note.severity = Severity::note;
  const std::vector<Diagnostic> findings = {note, warning, sample_finding()};
  const std::string colored = render_text(file, findings, true);
  CHECK(without_escapes(colored) == render_text(file, findings, false));
  CHECK(render_text(file, findings, false).find('\x1b') == std::string::npos);
}

TEST_CASE("each thing has its colour") {
  const std::string text = "region: eu\n";
  Diagnostic finding = odd_finding(first_of(text, "eu"), "here");
  finding.labels = {{first_of(text, "region"), ""}};
  finding.severity = Severity::warning;
  CHECK(render_text({"a.yaml", text}, {finding}, true) ==
        "\x1b[1;33mwarning[odd]\x1b[0m\x1b[1m: it is odd\x1b[0m\n"
        "\x1b[1;34m -->\x1b[0m a.yaml:1:9\n"
        "\x1b[1;34m  |\x1b[0m\n"
        "\x1b[1;34m1 |\x1b[0m region: eu\n"
        "\x1b[1;34m  |\x1b[0m \x1b[1;34m------\x1b[0m  \x1b[1;33m^^\x1b[0m \x1b[1;33mhere\x1b[0m\n"
        "\x1b[1;34m  |\x1b[0m\n"
        "\x1b[1;34m  =\x1b[0m more: zoomc explain odd\n");
  finding.severity = Severity::error;
  CHECK(render_text({"a.yaml", text}, {finding}, true).substr(0, 21) ==
        "\x1b[1;31merror[odd]\x1b[0m");
  finding.severity = Severity::note;
  CHECK(render_text({"a.yaml", text}, {finding}, true).substr(0, 20) ==
        "\x1b[1;36mnote[odd]\x1b[0m");
}

TEST_CASE("nothing found prints nothing") {
  CHECK(render_text({"a.yaml", "x\n"}, {}, false).empty());
}

TEST_CASE("effects, fixes and hints come in this order") {
  Diagnostic finding = odd_finding({0, 5});
  finding.hints = {"first hint", "second\nhint"};
  finding.fixes = {{.safety = FixSafety::safe, .title = "`1`", .edits = {}},
                   {.safety = FixSafety::unsafe, .title = "remove the key", .edits = {}}};
  finding.zoom = {ZoomVerdict::rejects, "`uninstallable`"};
  CHECK(shown("zoomc: 1\n", finding) == R"(
error[odd]: it is odd
 --> a.yaml:1:1
  |
1 | zoomc: 1
  | ^^^^^
  |
  = zoom rejects it; `uninstallable`
  = fix (safe): `1`
  = fix (unsafe): remove the key
  = first hint
  = second\nhint
  = more: zoomc explain odd
)");
}

TEST_CASE("each verdict has its sentence") {
  const auto effect = [](ZoomVerdict verdict, std::string text) {
    Diagnostic finding = odd_finding({0, 1});
    finding.zoom = {verdict, std::move(text)};
    const std::string output = render_text({"a", "x\n"}, {finding}, false);
    const std::size_t begin = output.find("  = ");
    const std::size_t end = output.find("  = more");
    return output.substr(begin, end - begin);
  };
  CHECK(effect(ZoomVerdict::unknown, "").empty());
  CHECK(effect(ZoomVerdict::unknown, "customers see nothing") == "  = customers see nothing\n");
  CHECK(effect(ZoomVerdict::accepts, "") == "  = zoom accepts it\n");
  CHECK(effect(ZoomVerdict::rejects, "") == "  = zoom rejects it\n");
  CHECK(effect(ZoomVerdict::can_reject, "") == "  = zoom can reject it\n");
  CHECK(effect(ZoomVerdict::drops, "") == "  = zoom accepts and then drops it\n");
  CHECK(effect(ZoomVerdict::review, "") == "  = zoom's review sends it back\n");
  CHECK(effect(ZoomVerdict::runtime, "`Invalid scope`") ==
        "  = it fails at run time; `Invalid scope`\n");
}

TEST_CASE("a blank line stands between findings") {
  CHECK("\n" + render_text({"a.yaml", "x: y\n"}, {odd_finding({0, 1}), odd_finding({3, 4}, "here")},
                           false) ==
        R"(
error[odd]: it is odd
 --> a.yaml:1:1
  |
1 | x: y
  | ^
  |
  = more: zoomc explain odd

error[odd]: it is odd
 --> a.yaml:1:4
  |
1 | x: y
  |    ^ here
  |
  = more: zoomc explain odd
)");
}

TEST_CASE("after a hundred findings the rest is counted") {
  const auto ending = [](std::size_t count) {
    const std::string text = render_text(
        {"a\x07.yaml", "x"}, std::vector<Diagnostic>(count, odd_finding({0, 1})), false);
    std::size_t shown_findings = 0;
    for (std::size_t at = text.find("error[odd]"); at != std::string::npos;
         at = text.find("error[odd]", at + 1)) {
      ++shown_findings;
    }
    CHECK(shown_findings == std::min<std::size_t>(count, 100));
    return text.substr(text.rfind("  = more: zoomc explain odd\n") + 28);
  };
  CHECK(ending(100).empty());
  CHECK(ending(101) == "\n... and 1 more finding in a\\x07.yaml\n");
  CHECK(ending(250) == "\n... and 150 more findings in a\\x07.yaml\n");
}

TEST_CASE("control characters are escaped wherever they come from") {
  Diagnostic finding = odd_finding({0, 1}, "label\x1b[0m");
  finding.message = "message\n\x1b[31m";
  finding.hints = {"hint\r"};
  finding.zoom.text = "effect\x07";
  finding.fixes = {{.safety = FixSafety::safe, .title = "title\t", .edits = {}}};
  CHECK("\n" + render_text({"path\x1b]0;", "x\n"}, {finding}, false) == R"(
error[odd]: message\n\x1b[31m
 --> path\x1b]0;:1:1
  |
1 | x
  | ^ label\x1b[0m
  |
  = effect\x07
  = fix (safe): title\t
  = hint\r
  = more: zoomc explain odd
)");
}
