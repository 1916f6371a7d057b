#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc::edit {

// Adds `items` (as YAML) after the last item of a sequence, in the sequence's
// own style: `[a, b]` or lines of their own with the same indentation. Nothing where that would
// change the last item.
[[nodiscard]] std::optional<Edit> append_items(const SourceFile& file, const syntax::Node& sequence,
                                               const std::vector<std::string>& items);

// `|` or `>`, and whether its header has a `-` or `+`.
bool is_block_scalar(const syntax::Node& node);
bool has_header_sign(const SourceFile& file, const syntax::Node& block, char sign);

// True if a line behind the value would change it: the file ends in the midst of its last line, and
// that is one of a block scalar which takes a line break in.
bool would_gain_line_break(const SourceFile& file, const syntax::Node& value);

// Takes the scalar at `item` out of a sequence, with its `-` or `,` and a line that it leaves
// empty; every comment and all else stays. Nothing when that cannot be done without harm: the item
// is the only one, or an anchor or tag is before it, or a comment inside it.
[[nodiscard]] std::optional<Edit> remove_item(const SourceFile& file,
                                              const syntax::Document& document,
                                              const syntax::Node& sequence, Span item);

// The value at a path of keys below `root`, or null.
const syntax::Node* find_path(const syntax::Node& root,
                              std::initializer_list<std::string_view> keys);

// The sequence at a path of keys below `root` that is written there itself; null when there is none
// or an alias is on the way, so that an edit would change another part of the file too.
const syntax::Node* find_own_list(const syntax::Node& root,
                                  std::initializer_list<std::string_view> keys);

// The innermost sequence that has the value at `item` among its items; null when there is none.
// For a value below an alias: the sequence where its anchor is.
const syntax::Node* find_list_of(const syntax::Node& root, Span item);

// The text after something that is removed from a file. Comments and blank lines that are as deep
// as the text of a block scalar become a part of it as soon as nothing else is between them.

// The block scalar that is, or may be once items are removed from its list, the last value before a
// place: `open` keeps the blank lines behind it (`|+`, `>+`).
enum class BlockBefore : std::uint8_t { none, closed, open };
BlockBefore block_before(const SourceFile& file, const syntax::Document& document,
                         std::size_t place);

// Moves the comment that follows, on the line at byte `line` or behind blank lines, to column
// `column` where it is deeper, and empties these blank lines: then it ends the block scalar.
[[nodiscard]] std::vector<Edit> bring_lines_to(std::string_view text, std::size_t line,
                                               std::size_t column);

// Takes `key` with its list of scalars out of a block mapping: its lines go, their comments stay.
// Nothing when that cannot be done without harm: it is the mapping's only key, something else
// shares a line with it, or an anchor, alias or tag is in it.
[[nodiscard]] std::optional<std::vector<Edit>> remove_key(const SourceFile& file,
                                                          const syntax::Document& document,
                                                          const syntax::Node& mapping,
                                                          std::string_view key);

}  // namespace zoomc::edit
