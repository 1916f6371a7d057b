#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "lsp/text_document.h"

// The protocol's text synchronisation in the plainest way, to hold the server's against.
namespace zoomc::fuzz {

// The lines of a text without their line breaks: `\n`, `\r\n` or a lone `\r`.
std::vector<std::string> lines_of(const std::string& text);

// The byte at `place`; the end of the line for columns behind it or in the midst of a character its
// begin, the end of the text for lines behind the last.
std::size_t byte_at(const std::string& text, lsp::Position place, lsp::Encoding encoding);

// Whether `place` is one that the text has.
bool has_place(const std::string& text, lsp::Position place, lsp::Encoding encoding);

// `text` with what is in `range` replaced; its ends may be in the wrong order.
std::string edited(const std::string& text, lsp::Range range, const std::string& replacement,
                   lsp::Encoding encoding);

}  // namespace zoomc::fuzz
