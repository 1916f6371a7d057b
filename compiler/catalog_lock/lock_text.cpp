#include "catalog_lock/lock_text.h"

#include <algorithm>
#include <map>

#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::string_view kVersion = "version";
constexpr std::string_view kDate = "catalog-date";
constexpr std::string_view kHash = "catalog-sha256";

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

std::string lock_text(const CatalogLock& lock) {
  return "# The catalog that the manifests of this project were made with. Written by `zoomc "
         "compile "
         "--lock`;\n# `zoomc compile --locked` takes no other.\nversion: 1\ncatalog-date: " +
         lock.date + "\ncatalog-sha256: " + lock.sha256 + "\n";
}

tl::expected<CatalogLock, std::string> read_lock(std::string_view text) {
  std::map<std::string_view, std::string_view> values;
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto colon = line.find(':');
    const std::string_view key = trimmed(line.substr(0, colon));
    const bool is_known = key == kVersion || key == kDate || key == kHash;
    if (colon == std::string_view::npos || !is_known ||
        !values.emplace(key, trimmed(line.substr(colon + 1))).second) {
      return tl::unexpected("line " + std::to_string(number) +
                            " is not valid in a lock file: " + in_backticks(line));
    }
  }
  if (values[kVersion] != "1") {
    return tl::unexpected("it has the version " + in_backticks(values[kVersion]) +
                          " and this zoomc reads version 1");
  }
  if (!is_sha256(values[kHash])) {
    return tl::unexpected(in_backticks(kHash) + " is missing, or not 64 hexadecimal digits");
  }
  return CatalogLock{std::string(values[kDate]), std::string(values[kHash])};
}

}  // namespace zoomc
