#include "review/checklist.h"
#include "source/source_file.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::review {
namespace {

std::string path_of(const std::string& text, const std::string& word) {
  const SourceFile file{"a.zoom.yaml", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const auto at = text.find(word);
  REQUIRE(at != std::string::npos);
  return key_path_at(document->root, static_cast<std::uint32_t>(at));
}

TEST_CASE("the keys around a place") {
  const std::string text =
      "app: {name: Acme, links: {privacy: here}}\n"
      "oauth:\n  allow_list:\n    - first\n    - second\n  strict_mode: true\n"
      "accounts:\n  - {name: Globex}\n  - name: Initech\n    email: dana\n"
      "empty:\n";
  CHECK(path_of(text, "Acme") == "app.name");
  CHECK(path_of(text, "here") == "app.links.privacy");
  CHECK(path_of(text, "links") == "app.links");
  CHECK(path_of(text, "first") == "oauth.allow_list");
  CHECK(path_of(text, "second") == "oauth.allow_list");
  CHECK(path_of(text, "true") == "oauth.strict_mode");
  CHECK(path_of(text, "Globex") == "accounts.name");
  CHECK(path_of(text, "dana") == "accounts.email");
  CHECK(path_of(text, "empty") == "empty");
}

TEST_CASE("what an alias stands for is elsewhere") {
  const std::string text = "a: &x {b: c}\nd: *x\n";
  CHECK(path_of(text, "*x") == "d");
  CHECK(path_of(text, "c}") == "a.b");
  CHECK(key_path_at(syntax::Node{}, 5).empty());
}

}  // namespace
}  // namespace zoomc::review
