#include "catalog_update/pending_files.h"

#include "text/quote.h"

namespace zoomc {

tl::expected<std::string, IoError> PendingFiles::read(const std::string& path) const {
  const auto found = pending_.find(path);
  if (found == pending_.end()) return files_.read(path);
  return found->second.substr(0, kMaxFileBytes + 1);
}

tl::expected<void, IoError> PendingFiles::replace(const std::string& path, std::string_view) {
  return tl::unexpected(IoError{"cannot write " + in_backticks(path) + ": it is only looked at"});
}

bool PendingFiles::exists(const std::string& path) const {
  return pending_.contains(path) || files_.exists(path);
}

bool PendingFiles::is_file(const std::string& path) const {
  return pending_.contains(path) || files_.is_file(path);
}

}  // namespace zoomc
