#pragma once
#include <cstddef>
#include <string>

#include "diagnostics/diagnostic.h"
#include "model/located.h"
#include "source/source_file.h"

// From characters of a value to bytes of the file.
namespace zoomc {

// The bytes of the file that hold bytes [begin, end) of the value; in a value of several lines
// also where YAML folds them. The whole value's span where an escape stands in the way.
Span place_in(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end);

// Puts `replacement` in place of the value and keeps its quotes.
Edit replace_value(const SourceFile& file, const Text& value, std::string replacement);

}  // namespace zoomc
