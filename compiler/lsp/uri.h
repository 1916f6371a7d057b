#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace zoomc::lsp {

// The path of a `file:` URI of this machine, percent signs decoded; nothing for any other URI.
// `to_uri` of render/uri.h is the way back.
std::optional<std::string> path_of_uri(std::string_view uri);

// Whether a text is a URI as it stands, so that an editor may open it: `http` or `https`, and no
// character that a URI cannot have.
bool is_web_link(std::string_view text);

}  // namespace zoomc::lsp
