#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostics/sink.h"
#include "syntax/tree.h"

namespace zoomc::syntax {

// Reads any YAML, with the library, and says what is wrong with it: `parse` behind the encoding
// gate. The document starts at byte `begin`.
std::optional<Document> thorough_parse(std::string_view text, std::uint32_t begin, Sink& sink);

}  // namespace zoomc::syntax
