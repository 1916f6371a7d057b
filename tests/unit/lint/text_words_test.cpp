#include "lint/text_words.h"

#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (const TextPart& part : find_words(text)) words.emplace_back(part.of(text));
  return words;
}

}  // namespace

TEST_CASE("words are letters and digits with apostrophes between them") {
  CHECK(words_of("") == Words{});
  CHECK(words_of(" .. ") == Words{});
  CHECK(words_of("Zoom CRM-Sync 2") == Words{"Zoom", "CRM", "Sync", "2"});
  CHECK(words_of("it's the users' Zoom’s 'own'") == Words{"it's", "the", "users", "Zoom’s", "own"});
  CHECK(words_of("a''b") == Words{"a", "b"});
  CHECK(words_of("snake_case") == Words{"snake", "case"});
}

TEST_CASE("letters of any script make words, and punctuation of any script parts them") {
  CHECK(words_of("Größe „für“ Zoom…") == Words{"Größe", "für", "Zoom"});
  CHECK(words_of("会議を、一覧！") == Words{"会議を", "一覧"});
  CHECK(words_of("a\u00a0b\u2014c\u00b7d\u00aa") == Words{"a", "b", "c", "d\u00aa"});
  CHECK(words_of("a\xff\x62") == Words{"a", "b"});
}

TEST_CASE("words have boundaries") {
  CHECK(is_word_boundary("ab cd", 0));
  CHECK_FALSE(is_word_boundary("ab cd", 1));
  CHECK(is_word_boundary("ab cd", 2));
  CHECK(is_word_boundary("ab cd", 3));
  CHECK(is_word_boundary("ab cd", 5));
  CHECK_FALSE(is_word_boundary("éa", 2));
  CHECK_FALSE(is_word_boundary("aé", 1));
  CHECK(is_word_boundary("…a", 3));
  CHECK(begins_word("ab", 0));
  CHECK_FALSE(begins_word("ab", 1));
  CHECK_FALSE(begins_word("a b", 1));
  CHECK(begins_word("a b", 2));
}

TEST_CASE("words are folded as the catalog has them") {
  CHECK(folded_word("Isn’t") == "isn't");
  CHECK(folded_word("ZOOM’S’S") == "zoom's's");
  CHECK(folded_word("É") == "É");
  CHECK(stem("zoom's") == "zoom");
  CHECK(stem("zoom") == "zoom");
}

TEST_CASE("code points are counted from the beginning") {
  CHECK(byte_of_code_point("aéb", 0) == 0);
  CHECK(byte_of_code_point("aéb", 1) == 1);
  CHECK(byte_of_code_point("aéb", 2) == 3);
  CHECK(byte_of_code_point("aéb", 3) == 4);
  CHECK(byte_of_code_point("aéb", 9) == 4);
}
