#pragma once
#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace zoomc::syntax {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// How many bytes the byte order mark at the start of `text` takes: 3 or 0.
std::uint32_t byte_order_mark_size(std::string_view text);

// Why `text` is no text that we read: too large, another encoding, a byte that is not UTF-8. The
// first reason only; nothing when it is fine.
std::optional<Diagnostic> check_utf8(std::string_view text);

// Why `text` cannot be read as YAML at all: the above, or a character that YAML forbids.
std::optional<Diagnostic> check_encoding(std::string_view text);

}  // namespace zoomc::syntax
