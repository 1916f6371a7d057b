#pragma once
#include <span>
#include <string>
#include <string_view>

namespace zoomc {

// A record of RFC 4180, with its CRLF. A cell that a spreadsheet would take for a formula gets a
// `'` in front; control characters are written as escapes.
std::string csv_record(std::span<const std::string> cells);

}  // namespace zoomc
