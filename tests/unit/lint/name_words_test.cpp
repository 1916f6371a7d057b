#include "lint/text_words.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

// `name` without the words in brackets; "-" when they cannot go.
std::string without(std::string_view marked) {
  std::string name;
  std::vector<TextPart> words;
  for (const char c : marked) {
    if (c == '[') {
      words.push_back({name.size(), 0});
    } else if (c == ']') {
      words.back().end = name.size();
    } else {
      name += c;
    }
  }
  return without_words(name, words).value_or("-");
}

// What a file `app: <written>` is after the fix; "-" when there is none.
std::string renamed(const std::string& written, const std::string& better) {
  const std::string text = "app: " + written;
  const SourceFile file{"a", text};
  const Text name{"", {5, static_cast<std::uint32_t>(text.size())}, {}};
  const auto fix = rename_app(file, name, better);
  if (!fix) return "-";
  CHECK(fix->safety == FixSafety::unsafe);
  CHECK(fix->title == "`" + better + "`");
  const Edit& edit = fix->edits.front();
  return text.substr(5, edit.span.begin - 5) + edit.replacement + text.substr(edit.span.end);
}

}  // namespace

TEST_CASE("a word goes when it stands free among words of a name") {
  CHECK(without("[Zoom] Sync") == "Sync");
  CHECK(without("Acme [Zoom]") == "Acme");
  CHECK(without("Acme  [Zoom]  Sync") == "Acme Sync");
  CHECK(without("[Official] Acme [Zoom] Sync") == "Acme Sync");
  CHECK(without("Acme [Zoom] 2") == "Acme 2");
  CHECK(without("Écho [Zoom] Ünder") == "Écho Ünder");
}

TEST_CASE("a word stays when the rest would be no name") {
  CHECK(without("[Zoom]") == "-");
  CHECK(without("[Zoom] and Slack") == "-");
  CHECK(without("Acme with [Zoom]") == "-");
  CHECK(without("Acme [Zoom]-Sync") == "-");
  CHECK(without("Acme([Zoom]") == "-");
  CHECK(without("Acme – [Zoom]") == "-");
  CHECK(without("[Zoom] #1") == "-");
  CHECK(without("[Zoom] [Zoom]") == "-");
}

TEST_CASE("a name is put in place of the other with its quotes") {
  CHECK(renamed("Zoom Sync", "Sync for Zoom") == "Sync for Zoom");
  CHECK(renamed("\"Zoom Sync\"", "Sync for Zoom") == "\"Sync for Zoom\"");
  CHECK(renamed("'Official 2024'", "2024") == "'2024'");
}

TEST_CASE("a name that Zoom or YAML would not take is none") {
  CHECK(renamed("Official 2024", "2024") == "-");
  CHECK(renamed("Official True", "true") == "-");
  CHECK(renamed("x", std::string(49, 'x')) == std::string(49, 'x'));
  CHECK(renamed("x", std::string(50, 'x')) == "-");
  CHECK(renamed(">-\n  Zoom Sync", "Sync for Zoom") == "-");
}
