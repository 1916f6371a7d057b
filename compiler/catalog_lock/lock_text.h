#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zoomc {

// The catalog that the manifests of a project were made with.
struct CatalogLock {
  // For people; only the hash is compared.
  std::string date;
  std::string sha256;
};

// The bytes of a `zoomc.lock`.
std::string lock_text(const CatalogLock& lock);

// What such bytes say, or what is wrong with them, for a message behind the name of the file.
tl::expected<CatalogLock, std::string> read_lock(std::string_view text);

}  // namespace zoomc
