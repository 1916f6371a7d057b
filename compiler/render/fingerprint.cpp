#include "render/fingerprint.h"

#include <string_view>

#include "render/uri.h"

namespace zoomc {
namespace {

// How many bytes of a long text are hashed.
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

std::string to_hex(std::uint64_t value) {
  std::string out;
  for (unsigned shift = 64; shift > 0; shift -= 4) {
    out += "0123456789abcdef"[(value >> (shift - 4)) & 0xFU];
  }
  return out;
}

}  // namespace

std::string Fingerprints::next(const Diagnostic& finding) {
  constexpr std::uint64_t kBasis = 14695981039346656037ULL;
  std::uint64_t hash = mix(kBasis, finding.id);
  hash = mix(hash, finding.policy);
  hash = mix(hash, repository_path(file_.path));
  hash = mix(hash, file_.slice(finding.primary));
  const std::uint32_t earlier = seen_[hash]++;
  return to_hex(earlier == 0 ? hash : mix(hash, std::to_string(earlier)));
}

}  // namespace zoomc
