#pragma once
#include <string>
#include <string_view>

namespace zoomc {

// `text` on one line of Markdown (CommonMark and GitHub's), so that it shows as it is: what would
// be markup or HTML is escaped, control characters are written as escapes.
std::string escape_markdown(std::string_view text);

// A message whose names stand in backticks: these as inline code, the rest escaped.
std::string markdown_message(std::string_view message);

// `text` as inline code, whatever backticks it has.
std::string markdown_code(std::string_view text);

// No more of it than a message quotes (`kMaxQuoted`): nobody reads more of a value in a comment.
std::string markdown_short_code(std::string_view text);

}  // namespace zoomc
