#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/located.h"
#include "source/source_file.h"
#include "syntax/tree.h"

// Scalars: where their characters are in a file, how a text is written so that it reads back as
// itself, and how one scalar takes the place of another.
namespace zoomc::edit {

// The bytes of the file that hold bytes [begin, end) of the value; in a value of several lines
// also where YAML folds them. The whole value's span where an escape is in the way.
Span place_in(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end);

// `text`, which has no line break, as it is written between quotes of that kind.
std::string behind_quote(char quote, std::string_view text);

// `word` as it may take the place of all that is written for a value: with the comment that stands
// behind the header of a block scalar.
[[nodiscard]] std::string with_header_comment(std::string_view written, std::string_view word);

// Puts `replacement` in place of the value and keeps its quotes; without any it must be a word that
// YAML reads as it is, or have quotes of its own.
Edit replace_value(const SourceFile& file, const Text& value, std::string_view replacement);

// `url` as a YAML scalar for any place, in flow lists too: plain where nothing in it
// means something to YAML, else in double quotes.
std::string as_yaml_word(std::string_view url);

// Puts `url` in place of the value. Its quotes stay where they can hold the URL.
Edit replace_url(const SourceFile& file, const Text& value, std::string_view url);

// That edit as a fix of a finding. None for an item of a list below an alias: the edit
// would change another part of the file.
[[nodiscard]] std::vector<Fix> offer_url(const SourceFile& file, const Text& value,
                                         FixSafety safety, std::string_view url);

// How far a line of written YAML goes before it is broken, where it can be.
inline constexpr std::size_t kYamlColumns = 100;

// Where a text stands: behind a key or a dash, inside `[…]` or `{…}`, or as a key.
enum class ScalarPlace { block, flow, key };

// A text, UTF-8, as a YAML scalar that reads back as exactly this string: plain where that is sure,
// else quoted; in `block` a long line is folded and several lines are kept. `indent` is that of the
// lines below a block scalar's header. No line break at the end. An empty text is `""`.
std::string yaml_scalar(std::string_view text, ScalarPlace place, std::size_t indent = 0);

// A text as part of a comment: one line, every character printable.
std::string yaml_comment(std::string_view line);

// The unsafe fix that puts `word`, which needs no quotes, in place of a scalar and keeps its
// quotes. None for a block scalar.
[[nodiscard]] std::vector<Fix> offer_word(const syntax::Node& scalar, std::string_view word);

// The unsafe fix that puts `yaml` in place of what is written at `written` for `value`. None where
// that is more than the value with quotes around it: the header of a block scalar may have a
// comment.
[[nodiscard]] std::vector<Fix> offer_word(Span written, std::string_view value, std::string title,
                                          std::string yaml);

}  // namespace zoomc::edit
