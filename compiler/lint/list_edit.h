#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc {

// Adds `items` (YAML as it is to stand there) behind the last item of a sequence, in the sequence's
// own style: `[a, b]` or lines of their own with the same indentation.
Edit append_items(const SourceFile& file, const Node& sequence,
                  const std::vector<std::string>& items);

// The value at a path of keys below `root`, or null.
const Node* find_path(const Node& root, std::initializer_list<std::string_view> keys);

}  // namespace zoomc
