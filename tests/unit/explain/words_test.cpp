#include "explain/topics.h"
#include "support/catch.h"
#include "text/ascii.h"

namespace zoomc::explain {
namespace {

using Texts = std::vector<std::string>;

Texts words(std::string_view text) {
  Texts out;
  for (const TopicWord& word : split_words(text)) out.push_back(word.text);
  return out;
}

TEST_CASE("case, quotes and punctuation do not make words") {
  CHECK(words("Invalid redirect: … (4,700)") == Texts{"invalid", "redirect", "4700"});
  CHECK(words("“The app's manifest” can’t `be` exported.") ==
        Texts{"the", "apps", "manifest", "cant", "be", "exported"});
  CHECK(words("{\"code\":4711,\"message\":\"Nein\"}") == Texts{"code", "4711", "message", "nein"});
  CHECK(words("invalid_manifest, 1,2 and 3, 4") ==
        Texts{"invalid_manifest", "12", "and", "3", "4"});
  CHECK(words("Müller—Straße") == Texts{"müller", "straße"});
  CHECK(words("").empty());
  CHECK(words(" \n\t.,'’").empty());
}

TEST_CASE("words know their place") {
  const auto found = split_words("a: «Don't»");
  REQUIRE(found.size() == 2);
  CHECK(found[0].begin == 0);
  CHECK(found[0].end == 1);
  CHECK(found[1].begin == 5);
  CHECK(found[1].end == 10);
}

TEST_CASE("bytes that are no text part words") {
  CHECK(words("a\xff\xfe"
              "b\xc3") == Texts{"a", "b"});
  CHECK(words("it'\xff") == Texts{"it"});
}

TEST_CASE("names are what Zoom's APIs call names") {
  CHECK(split_names(":[meeting:read:summary, `phone:read:user:admin`].") ==
        Texts{"meeting:read:summary", "phone:read:user:admin"});
  CHECK(split_names("recording.completed") == Texts{"recording.completed"});
  CHECK(split_names("[a:b, a:b, c]") == Texts{"a:b", "c"});
  CHECK(split_names("[…]").empty());
  CHECK(split_names("::").empty());
}

TEST_CASE("no more names than anybody reads") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "a" + std::to_string(i) + " ";
  CHECK(split_names(text).size() == kMaxNames);
}

TEST_CASE("what stands around a topic is cut off") {
  CHECK(trimmed_topic("  `unknown-scope`.\n") == "unknown-scope");
  CHECK(trimmed_topic("\"Invalid scope\"!") == "Invalid scope");
  CHECK(trimmed_topic("“4700”") == "4700");
  CHECK(trimmed_topic("'") == "");
  CHECK(trimmed_topic("…") == "…");
}

TEST_CASE("forms of a word and slips of the pen are similar") {
  CHECK(similar_words("call", "calls"));
  CHECK(similar_words("publish", "publishing"));
  CHECK(similar_words("authorize", "authorised"));
  CHECK(similar_words("stop", "stopped"));
  CHECK(similar_words("redirect", "redirct"));
  CHECK(similar_words("recieve", "receive"));
  CHECK_FALSE(similar_words("data", "date"));
  CHECK_FALSE(similar_words("no", "not"));
  CHECK_FALSE(similar_words("call", "calendar"));
  CHECK_FALSE(similar_words("fail", "mail"));
}

TEST_CASE("only letters are folded") {
  CHECK(lowered("AZ az [Ä]") == "az az [Ä]");
  CHECK(same_folded("GET", "get"));
  CHECK_FALSE(same_folded("get", "gets"));
}

}  // namespace
}  // namespace zoomc::explain
