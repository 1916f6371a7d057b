#pragma once
#include <cstddef>
#include <string>

#include "diagnostics/diagnostic.h"
#include "model/located.h"
#include "source/source_file.h"

// From characters of a value to bytes of the file.
namespace zoomc {

// The bytes of the file that hold bytes [begin, end) of the value; the whole value's span where the
// text is escaped or folded, so that the two do not run in step.
Span place_in(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end);

// Puts `replacement` in place of the value and keeps its quotes.
Edit replace_value(const SourceFile& file, const Text& value, std::string replacement);

}  // namespace zoomc
