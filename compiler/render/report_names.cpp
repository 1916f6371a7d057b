#include "render/report_names.h"

#include <fmt/core.h>
#include <string_view>

#include "text/ascii.h"

namespace zoomc::render {
namespace {

bool is_unreserved(char c) {
  return is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// The number of bytes of a long text that are hashed.
constexpr std::size_t kMaxHashed = 256;

// FNV-1a: these names guard nothing, and must not change with a library. Carriage returns do not
// count, since a checkout may add them.
std::uint64_t mix(std::uint64_t hash, std::string_view text) {
  constexpr std::uint64_t kPrime = 1099511628211ULL;
  std::size_t hashed = 0;
  for (const char c : text) {
    if (c == '\r') continue;
    if (++hashed > kMaxHashed) break;
    hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  }
  // A byte that ends each part and is in none of them, for texts are UTF-8.
  return (hash ^ 0xFFU) * kPrime;
}

}  // namespace

std::string_view repository_path(std::string_view path) {
  while (path.starts_with("./")) {
    path.remove_prefix(2);
    while (path.starts_with('/')) path.remove_prefix(1);
  }
  return path;
}

std::string to_uri(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : repository_path(path)) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c) || c == '/') {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4U];
      uri += kDigits[byte & 0xFU];
    }
  }
  return uri;
}

std::string Fingerprints::next(const Diagnostic& finding) {
  constexpr std::uint64_t kBasis = 14695981039346656037ULL;
  std::uint64_t hash = mix(kBasis, finding.id);
  hash = mix(hash, finding.policy);
  hash = mix(hash, repository_path(file_.path));
  hash = mix(hash, file_.slice(finding.primary));
  const std::uint32_t earlier = seen_[hash]++;
  return fmt::format("{:016x}", earlier == 0 ? hash : mix(hash, std::to_string(earlier)));
}

}  // namespace zoomc::render
