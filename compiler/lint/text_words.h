#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The words of what people write for people.
namespace zoomc {

// A half-open range of bytes of a text.
struct TextPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

// Hands out the words of a text one by one: letters and digits of any script, with apostrophes
// between them. All other characters part words. The text must outlive it.
class WordScan {
 public:
  explicit WordScan(std::string_view text) : text_(text) {}

  // Nothing when no word is left.
  std::optional<TextPart> next();

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
};

// All of them.
std::vector<TextPart> find_words(std::string_view text);

// Whether a word could end at byte `offset` and another begin: there is no letter or digit on at
// least one side of it.
bool is_word_boundary(std::string_view text, std::size_t offset);

// A word as word lists have it: ASCII letters in lower case, a typographic apostrophe made plain.
std::string folded_word(std::string_view word);

// "zoom" of "zoom's": what stands before the apostrophe.
std::string_view stem(std::string_view folded_word);

// Whether a word begins at byte `offset`.
bool begins_word(std::string_view text, std::size_t offset);

// The byte at which code point `index` of `text` begins; its end where it has fewer.
std::size_t byte_of_code_point(std::string_view text, std::size_t index);

}  // namespace zoomc
