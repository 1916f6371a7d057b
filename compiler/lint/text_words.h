#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/located.h"
#include "source/source_file.h"

// The words of texts that people write for people.
namespace zoomc::lint {

// A half-open range of bytes of a text.
struct TextPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

// Returns the words of a text one by one: letters and digits of any script, with apostrophes
// between them. All other characters separate words. The text must outlive it.
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

// Whether a word could end at byte `offset` and another begin: at least one side of it has no
// letter or digit.
bool is_word_boundary(std::string_view text, std::size_t offset);

// A word in the form that word lists have: ASCII letters in lower case, a typographic apostrophe
// made plain.
std::string folded_word(std::string_view word);

// "zoom" of "zoom's": the part before the apostrophe.
std::string_view stem(std::string_view folded_word);

// Whether a word begins at byte `offset`.
bool begins_word(std::string_view text, std::size_t offset);

// The byte at which code point `index` of `text` begins; the end of `text` if it has fewer.
std::size_t byte_of_code_point(std::string_view text, std::size_t index);

// Words that an app's name should not have.

// The longest name that Zoom accepts, in code points: it refuses longer ones (whether exactly 50
// pass is not known).
inline constexpr std::size_t kMaxName = 49;

// Nobody needs to see more words of a name.
inline constexpr std::size_t kMaxNameWords = 10;

// `name` without the given words, if removing them does no harm: there are at most `kMaxNameWords`,
// blanks separate them from other words, their neighbours begin like a name and not like "and" or
// "with", and something is left.
[[nodiscard]] std::optional<std::string> without_words(std::string_view name,
                                                       const std::vector<TextPart>& words);

// The fix that gives the app the name `better`; nothing if Zoom or YAML would not accept it, or if
// the name is written on several lines.
[[nodiscard]] std::optional<Fix> rename_app(const SourceFile& file, const Text& name,
                                            const std::string& better);

}  // namespace zoomc::lint
