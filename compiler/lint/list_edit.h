#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc {

// Adds `items` (YAML as it is to stand there) behind the last item of a sequence, in the sequence's
// own style: `[a, b]` or lines of their own with the same indentation. Nothing where that would
// change the last item.
std::optional<Edit> append_items(const SourceFile& file, const Node& sequence,
                                 const std::vector<std::string>& items);

// Whether a line behind the value would change it: the file ends in the midst of its last line, and
// that is one of a block scalar which takes a line break in.
bool would_gain_line_break(const SourceFile& file, const Node& value);

// Takes the scalar at `item` out of a sequence, with its `-` or `,` and a line that it leaves
// empty; every comment and all else stays. Nothing when that cannot be done without harm: the item
// is the only one, or an anchor or tag stands before it, or a comment inside it.
std::optional<Edit> remove_item(const SourceFile& file, const Document& document,
                                const Node& sequence, Span item);

// The value at a path of keys below `root`, or null.
const Node* find_path(const Node& root, std::initializer_list<std::string_view> keys);

// The sequence at a path of keys below `root` that is written there itself; null when there is none
// or an alias is on the way, so that an edit would change another part of the file too.
const Node* find_own_list(const Node& root, std::initializer_list<std::string_view> keys);

// The innermost sequence that has the value at `item` among its items; null when there is none.
// What stands behind an alias is found where its anchor is.
const Node* find_list_of(const Node& root, Span item);

}  // namespace zoomc
