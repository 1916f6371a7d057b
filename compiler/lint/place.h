#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/located.h"
#include "source/source_file.h"

// From characters of a value to bytes of the file.
namespace zoomc {

// The bytes of the file that hold bytes [begin, end) of the value; in a value of several lines
// also where YAML folds them. The whole value's span where an escape stands in the way.
Span place_in(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end);

// What stands between quotes of that kind for `text`, which has no line break.
std::string behind_quote(char quote, std::string_view text);

// `word` as it may take the place of all that is written for a value: with the comment that stands
// behind the header of a block scalar.
std::string with_header_comment(std::string_view written, std::string_view word);

// Puts `replacement` in place of the value and keeps its quotes; without any it must be a word that
// YAML reads as it is, or have quotes of its own.
Edit replace_value(const SourceFile& file, const Text& value, std::string_view replacement);

}  // namespace zoomc
