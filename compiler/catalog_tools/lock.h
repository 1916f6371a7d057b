#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "catalog/catalog.h"

namespace zoomc::catalog_tools {

// The SHA-256 (FIPS 180-4) of bytes in lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string bytes);

// SHA-256, in hexadecimal digits, of what compiling and linting read in a catalog: its rows with
// the names that they refer to. The layout of the files, the sources of rows, the order of scopes
// and calls in a list and the date do not count; nor do the texts that only `explain` and `justify`
// show (errors, symptoms, test steps). Equal in every build of zoomc for equal tables, until the
// version at the front of the hash changes.
[[nodiscard]] std::string catalog_hash(const catalog::Catalog& catalog);

// The catalog that the manifests of a project were made with.
struct [[nodiscard]] CatalogLock {
  // For people; only the hash is compared.
  std::string date;
  std::string sha256;
};

// The bytes of a `zoomc.lock`.
[[nodiscard]] std::string lock_text(const CatalogLock& lock);

// The lock that such bytes are, or what is wrong with them, for a message behind the name of the
// file.
[[nodiscard]] tl::expected<CatalogLock, std::string> read_lock(std::string_view text);

}  // namespace zoomc::catalog_tools
