#include "catalog_tools/pending_files.h"

#include <fmt/format.h>

#include "text/quote.h"

namespace zoomc::catalog_tools {

tl::expected<std::string, IoError> PendingFiles::read(const std::string& path) const {
  const auto found = pending_.find(path);
  if (found == pending_.end()) return files_.read(path);
  return found->second.substr(0, kMaxFileBytes + 1);
}

tl::expected<std::string, IoError> PendingFiles::read_found(const std::string& path) const {
  return pending_.contains(path) ? read(path) : files_.read_found(path);
}

tl::expected<void, IoError> PendingFiles::replace(const std::string& path, std::string_view) {
  return tl::unexpected(
      IoError{fmt::format("cannot write {}: it is only read", in_backticks(path))});
}

tl::expected<void, IoError> PendingFiles::replace_found(const std::string& path,
                                                        std::string_view bytes) {
  return replace(path, bytes);
}

bool PendingFiles::exists(const std::string& path) const {
  return pending_.contains(path) || files_.exists(path);
}

}  // namespace zoomc::catalog_tools
