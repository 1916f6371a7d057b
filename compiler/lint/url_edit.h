#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/located.h"
#include "source/source_file.h"

namespace zoomc {

// `url` as a YAML scalar that may stand anywhere, in flow lists too: plain where nothing in it
// means something to YAML, else in double quotes.
std::string as_yaml_word(std::string_view url);

// Puts `url` in place of the value. Its quotes stay where they can hold the URL.
Edit replace_url(const SourceFile& file, const Text& value, std::string_view url);

// That edit as a fix of a finding. None for an item of a list that stands behind an alias: the edit
// would change another part of the file.
std::vector<Fix> offer_url(const SourceFile& file, const Text& value, FixSafety safety,
                           std::string_view url);

}  // namespace zoomc
