#pragma once
#include <string>
#include <string_view>

namespace zoomc {

// `text` for use between tags, or in an attribute between double quotes. What XML 1.0 cannot say
// (control characters, bytes that are not UTF-8) is written as in messages: `\x1b`.
std::string xml_text(std::string_view text);
// What it can say and nobody can see is written as a reference: `&#155;`.
// Line breaks and tabs, which a parser would turn into blanks, are kept as references.
std::string xml_attribute(std::string_view text);

}  // namespace zoomc
