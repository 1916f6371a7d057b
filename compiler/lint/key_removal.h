#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc {

// Takes `key` with its list of scalars out of a block mapping: its lines go, their comments stay.
// Nothing when that cannot be done without harm: it is the mapping's only key, something else
// shares a line with it, or an anchor, alias or tag is in it.
std::optional<std::vector<Edit>> remove_key(const SourceFile& file, const Document& document,
                                            const Node& mapping, std::string_view key);

}  // namespace zoomc
