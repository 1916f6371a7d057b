#include <array>

#include "lint/reviewer_texts.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

constexpr std::array<catalog::Word, 6> kStopWords{{
    {catalog::WordList::stop, "app"},
    {catalog::WordList::stop, "for"},
    {catalog::WordList::stop, "isn't"},
    {catalog::WordList::stop, "the"},
    {catalog::WordList::stop, "use"},
    {catalog::WordList::placeholder, "TODO"},
}};

catalog::Catalog words() {
  catalog::Catalog catalog;
  catalog.words = kStopWords;
  return catalog;
}

model::KeyedText text(std::string value) {
  return {"meetings.read", {std::move(value), {}, {}}};
}

// How many words tell something, and the first of them.
std::string telling(std::string value) {
  const model::KeyedText entry = text(std::move(value));
  const TellingWords found = find_telling_words(words(), entry);
  return std::to_string(found.count) + " " + std::string(found.first);
}

}  // namespace

TEST_CASE("words of the stop list tell nothing") {
  CHECK(telling("For the App's use") == "0 ");
  CHECK(telling("For the Sales app") == "1 Sales");
  CHECK(telling("isn’t it for the users' calendar?") == "2 it");
  CHECK(telling("") == "0 ");
}

TEST_CASE("names tell nothing") {
  CHECK(telling("meetings.read") == "0 ");
  CHECK(telling("(`meetings.read`)") == "0 ");
  CHECK(telling("meetings.reading") == "2 meetings");
  CHECK(telling("use \"meeting:read:summary:admin\".") == "0 ");
  CHECK(telling("use /users/{userId}/meetings") == "0 ");
  CHECK(telling("/calls recordings/archive") == "2 recordings");
  CHECK(telling("calls/app: for") == "1 calls");
}

TEST_CASE("a script without spaces is counted by character") {
  CHECK(telling("会議") == "2 会議");
  CHECK(telling("会") == "1 会");
  CHECK(telling("会 議") == "2 会");
  CHECK(telling("Größe") == "1 Größe");
}

TEST_CASE("a text is to come, vague or telling") {
  const auto judged = [](const char* words_of_it) {
    const model::KeyedText entry = text(words_of_it);
    const bool vague = is_vague(words(), entry);
    const bool telling = is_telling(words(), entry);
    return vague ? "vague" : telling ? "telling" : "to come";
  };
  CHECK(judged("TODO: sync calendars") == std::string("to come"));
  CHECK(judged("TODO") == std::string("to come"));
  CHECK(judged("For calendars") == std::string("vague"));
  CHECK(judged("For team calendars") == std::string("telling"));
  // A host for examples is no text to come.
  CHECK(judged("Sync example.com") == std::string("telling"));
}

TEST_CASE("texts are compared as a reader takes them") {
  CHECK(folded_text(" Sync \n the\tTEAM's calendar. ") == "sync the team's calendar");
  CHECK(folded_text("Why?") == "why?");
  CHECK(folded_text("a...") == "a");
  CHECK(folded_text(" ") == "");
}
