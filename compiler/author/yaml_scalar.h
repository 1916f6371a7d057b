#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace zoomc {

// How far a line of written YAML goes before it is broken, where it can be.
inline constexpr std::size_t kYamlColumns = 100;

// Where a text stands: behind a key or a dash, inside `[…]` or `{…}`, or as a key.
enum class ScalarPlace { block, flow, key };

// A text, UTF-8, as a YAML scalar that reads back as exactly this string: plain where that is sure,
// else quoted; in `block` a long line is folded and several lines are kept. `indent` is that of the
// lines below a block scalar's header. No line break at the end. An empty text is `""`.
std::string yaml_scalar(std::string_view text, ScalarPlace place, std::size_t indent = 0);

// A text as part of a comment: one line, every character printable.
std::string yaml_comment(std::string_view line);

}  // namespace zoomc
