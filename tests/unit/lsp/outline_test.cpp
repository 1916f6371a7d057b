#include "lsp/navigation.h"
#include "support/catch.h"
#include "unit/lsp/support.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;
using test::app_with;

namespace {

using Lines = std::vector<std::string>;

void show(const std::vector<Symbol>& symbols, const std::string& text, const std::string& indent,
          Lines& out) {
  for (const Symbol& one : symbols) {
    const std::string name = text.substr(one.name_span.begin, one.name_span.size());
    out.push_back(indent + one.name + " " + std::to_string(static_cast<int>(one.kind)) +
                  (one.detail.empty() ? "" : " = " + one.detail) +
                  (name == one.name ? "" : " at " + name));
    show(one.children, text, indent + "  ", out);
  }
}

Lines outlined(const std::string& text) {
  const driver::Checked checked = test::checked(text);
  Lines out;
  show(outline(checked.analysis->document), text, "", out);
  return out;
}

Lines definitions_at(const std::string& text) {
  const test::Marked marked = test::unmark(text);
  const driver::Checked checked = test::checked(marked.text);
  Lines out;
  for (const Definition& one : find_definitions(checked, marked.offset)) {
    out.push_back(marked.text.substr(one.origin.begin, one.origin.size()) + " -> " +
                  std::to_string(one.target.begin) + " " +
                  marked.text.substr(one.target.begin, one.target.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("an outline follows the file and shows no credentials") {
  CHECK(outlined("zoomc: 1\napp: {name: Acme}\nregion: [eu]\ncredentials:\n  client_secret: abc\n"
                 "accounts:\n  - {name: HQ, tester: true}\nstage:\n\"\": x\n") ==
        Lines{"zoomc 16 = 1", "app 19", "  name 15 = Acme", "region 18", "  eu 15",
              "credentials 19", "  client_secret 15", "accounts 18", "  HQ 19", "    name 15 = HQ",
              "    tester 17 = true", "stage 21", "\"\" 15 = x"});
  CHECK(outlined("a: &x {b: c}\nd: *x\n") == Lines{"a 19", "  b 15 = c", "d 19"});
  CHECK(outlined("a: " + std::string(100, 'y') + "\n") ==
        Lines{"a 15 = " + std::string(60, 'y') + "…"});
  CHECK(outlined("- \n- [x]\n") == Lines{"- 21 at ", "- 18 at [x]", "  x 15"});
  CHECK(outlined("{").empty());
}

TEST_CASE("an outline has an end") {
  std::string text = "a:\n";
  for (int i = 0; i < 6000; ++i) text += "  - x\n";
  CHECK(outlined(text).size() == kMaxSymbols);
}

TEST_CASE("links are what an editor can open") {
  const std::string text =
      "a: https://acme.example/x # https://not.example\nb: \"https://b.example\"\n"
      "c: [http://c.example, https://ü.example, 'x https://d.example']\nd: |\n  https://e.example\n"
      "e: &u https://f.example\nf: *u\n";
  const driver::Checked checked = test::checked(text);
  Lines out;
  for (const Link& link : find_links(checked.analysis->file, checked.analysis->document)) {
    CHECK(checked.analysis->file.slice(link.span) == link.target);
    out.push_back(link.target);
  }
  CHECK(out == Lines{"https://acme.example/x", "https://b.example", "http://c.example",
                     "https://f.example"});
}

TEST_CASE("an alias leads to its anchor") {
  const std::string text = "a: &x 1\nb: \"&x\" # &x\nc: &x\n  d: 2\ne: *@@x\nf: &x 3\n";
  CHECK(definitions_at(text) == Lines{"*x -> 24 &x"});
  CHECK(definitions_at("a: !!str &x 1\nb: [*x@@]\n") == Lines{"*x -> 9 &x"});
  CHECK(definitions_at("a: &x !!str 1\nb: *@@x\n") == Lines{"*x -> 3 &x"});
  CHECK(definitions_at("a: 1@@\n").empty());
}

TEST_CASE("a key of justify leads to what it names") {
  const std::string app = app_with(
      "features: {webinars: [manage], users: read}\n"
      "operations: [GET /phone/recordings]\n");
  CHECK(definitions_at(app + "justify: {users.re@@ad: x}\n") == Lines{"users.read -> 98 read"});
  CHECK(definitions_at(app + "test_plan: {webinars.manage@@: x}\n") ==
        Lines{"webinars.manage -> 82 manage"});
  CHECK(definitions_at(app + "optional: [GET /phone/@@recordings]\n") ==
        Lines{"GET /phone/recordings -> 117 GET /phone/recordings"});
  CHECK(definitions_at(app + "optional: [phone.us@@ers]\n").empty());
}
