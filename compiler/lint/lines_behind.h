#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"
#include "syntax/tree.h"

// What follows something that is taken out of a file. Comments and blank lines that are as deep as
// the text of a block scalar become a part of it as soon as nothing else stands between them.
namespace zoomc {

// Which block scalar is, or may be once items are taken out of its list, the last value before a
// place: `open` keeps the blank lines behind it (`|+`, `>+`).
enum class BlockBefore : std::uint8_t { none, closed, open };
BlockBefore block_before(const SourceFile& file, const Document& document, std::size_t place);

// Moves the comment that follows, on the line at byte `line` or behind blank lines, to column
// `column` where it is deeper, and empties these blank lines: then it ends the block scalar.
std::vector<Edit> bring_lines_to(std::string_view text, std::size_t line, std::size_t column);

}  // namespace zoomc
