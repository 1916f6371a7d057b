#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/located.h"
#include "source/source_file.h"

// The words of what people write for people.
namespace zoomc::lint {

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

// Words that an app's name is better without.

// The longest name that Zoom takes, in code points: it refuses 50 and more (whether exactly 50 pass
// is not known).
inline constexpr std::size_t kMaxName = 49;

// More words of a name than that nobody needs to see.
inline constexpr std::size_t kMaxNameWords = 10;

// `name` without the given words, when they can go without harm: they are no more than
// `kMaxNameWords` and stand free, what is beside them begins like a name and not like "and" or
// "with", and something is left.
std::optional<std::string> without_words(std::string_view name, const std::vector<TextPart>& words);

// The fix that gives the app the name `better`; nothing where Zoom or YAML would not take it, or
// where the name is written on several lines.
std::optional<Fix> rename_app(const SourceFile& file, const Text& name, const std::string& better);

}  // namespace zoomc::lint
