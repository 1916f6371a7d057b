#pragma once
#include <string_view>

namespace zoomc {

// Whether what stands under this key of a manifest (or its pointer) is a secret, by the names that
// Zoom gives them: headers of webhooks, tokens, private keys.
bool names_a_secret(std::string_view key);

}  // namespace zoomc
