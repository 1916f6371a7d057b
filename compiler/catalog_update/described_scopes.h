#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc::catalog_update {

// The scopes that a call's description names behind "Scopes:" and "Granular Scopes:"; nothing where
// it has no such line.
struct DescribedScopes {
  std::optional<std::vector<std::string>> classic;
  std::optional<std::vector<std::string>> granular;
};

DescribedScopes described_scopes(std::string_view description);

}  // namespace zoomc::catalog_update
