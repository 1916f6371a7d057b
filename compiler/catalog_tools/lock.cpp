#include "catalog_tools/lock.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <fmt/core.h>
#include <map>
#include <utility>
#include <vector>

#include "catalog/lookup.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::catalog_tools {
namespace {

constexpr std::array<std::uint32_t, 64> kRounds{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void add_block(std::string_view block, std::array<std::uint32_t, 8>& state) {
  std::array<std::uint32_t, 64> w{};
  for (std::size_t i = 0; i < 64; ++i) {
    w[i / 4] = w[i / 4] << 8 | static_cast<unsigned char>(block[i]);
  }
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t low = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
    const std::uint32_t high = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + low + w[i - 7] + high;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t mix = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t first = h + mix + ((e & f) ^ (~e & g)) + kRounds[i] + w[i];
    const std::uint32_t turn = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t second = turn + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  const std::array<std::uint32_t, 8> sum{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += sum[i];
}

using Names = std::vector<std::string>;

// Hashes values so that no two different lists of them are the same bytes.
class CatalogHash {
 public:
  explicit CatalogHash(const catalog::Catalog& catalog) : catalog_(catalog) {}

  std::string run() {
    text("zoomc catalog 2");
    table("scopes", catalog_.scopes, [this](const catalog::Scope& row) {
      text(row.name);
      text(catalog::to_string(row.model));
      text(catalog::to_string(row.level));
      text(catalog::to_string(row.grants));
      flag(row.level_is_guess);
    });
    table("operations", catalog_.operations, [this](const catalog::Operation& row) {
      for (const auto part : {row.product, row.method, row.path, row.id, row.name, row.does,
                              row.without, row.permissions, row.prerequisites}) {
        text(part);
      }
      flag(row.is_master);
      scopes(row.granular);
      scopes(row.classic);
    });
    table("events", catalog_.events, [this](const catalog::Event& row) {
      text(row.name);
      text(row.product);
      text(catalog::to_string(row.basis));
      scopes(row.granular);
      scopes(row.classic);
    });
    features();
    platforms();
    table("words", catalog_.words, [this](const catalog::Word& row) {
      text(catalog::to_string(row.list));
      text(row.text);
    });
    table("implied scopes", catalog_.implied_scopes, [this](const catalog::ImpliedScope& row) {
      text(row.scope);
      text(row.because_of);
      flag(row.is_setting);
      text(catalog::to_string(row.effect));
    });
    table("deprecations", catalog_.deprecations, [this](const catalog::Deprecation& row) {
      for (const auto part : {row.what, row.since, row.successors}) text(part);
    });
    return sha256(std::move(bytes_));
  }

 private:
  void number(std::size_t value) { bytes_ += std::to_string(value) + ":"; }
  void flag(bool value) { text(value ? "yes" : "no"); }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }

  void names(Names values) {
    std::sort(values.begin(), values.end());
    number(values.size());
    for (const std::string& value : values) text(value);
  }
  void names(std::span<const std::string_view> values) {
    names(Names(values.begin(), values.end()));
  }
  void scopes(std::span<const catalog::ScopeId> ids) {
    Names values;
    for (const catalog::ScopeId id : ids) values.emplace_back(catalog_.scopes[id].name);
    names(std::move(values));
  }

  void calls(std::span<const catalog::OperationId> ids) {
    Names values;
    for (const catalog::OperationId id : ids) {
      values.push_back(catalog::display_name(catalog_.operations[id]));
    }
    names(std::move(values));
  }

  template <class Rows, class Each>
  void table(std::string_view name, const Rows& rows, Each each) {
    text(name);
    number(rows.size());
    for (const auto& row : rows) each(row);
  }

  void features() {
    table("features", catalog_.features, [this](const catalog::Feature& row) {
      text(row.name);
      flag(row.admin_only);
      names(row.guide_scopes);
      calls(row.operations);
      calls(row.user_operations);
      text(row.phrase);
      text(row.guide_shortfall);
      text(row.note);
    });
    table("composites", catalog_.composites, [this](const catalog::Composite& row) {
      text(row.name);
      Names members;
      for (const catalog::FeatureId id : row.members)
        members.emplace_back(catalog_.features[id].name);
      names(std::move(members));
      text(row.phrase);
    });
  }

  void platforms() {
    table("platforms", catalog_.platforms, [this](const catalog::Platform& row) {
      text(row.id);
      text(row.title);
      flag(row.has_guide_names);
      text(row.sign_in ? catalog_.features[*row.sign_in].name : std::string_view{});
      table("regions", row.regions, [this](const catalog::Region& region) {
        text(region.id);
        text(region.title);
        text(region.redirect_url);
      });
      table("integrations", row.integrations, [this](const catalog::Integration& integration) {
        text(integration.id);
        text(integration.title);
        names(integration.feature_groups);
        names(integration.products);
        text(integration.type);
        names(integration.user_feature_groups);
      });
    });
  }

  const catalog::Catalog& catalog_;
  std::string bytes_;
};

constexpr std::string_view kVersion = "version";
constexpr std::string_view kDate = "catalog-date";
constexpr std::string_view kHash = "catalog-sha256";

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

std::string sha256(std::string bytes) {
  constexpr std::size_t kBlock = 64;
  const std::uint64_t bits = bytes.size() * 8;
  bytes += '\x80';
  while (bytes.size() % kBlock != kBlock - 8) bytes += '\0';
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(bits >> shift & 0xff);
  std::array<std::uint32_t, 8> state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                     0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  for (std::size_t at = 0; at < bytes.size(); at += kBlock) {
    add_block(std::string_view(bytes).substr(at, kBlock), state);
  }
  std::string digest;
  for (const std::uint32_t word : state) digest += fmt::format("{:08x}", word);
  return digest;
}

std::string catalog_hash(const catalog::Catalog& catalog) {
  return CatalogHash(catalog).run();
}

std::string lock_text(const CatalogLock& lock) {
  return fmt::format(
      "# The catalog that the manifests of this project were made with. Written by `zoomc compile "
      "--lock`;\n# `zoomc compile --locked` takes no other.\n"
      "version: 1\ncatalog-date: {}\ncatalog-sha256: {}\n",
      lock.date, lock.sha256);
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
      return tl::unexpected(
          fmt::format("line {} is not valid in a lock file: {}", number, in_backticks(line)));
    }
  }
  if (values[kVersion] != "1") {
    return tl::unexpected(fmt::format("it has the version {} and this zoomc reads version 1",
                                      in_backticks(values[kVersion])));
  }
  if (!is_sha256(values[kHash])) {
    return tl::unexpected(
        fmt::format("{} is missing, or not 64 hexadecimal digits", in_backticks(kHash)));
  }
  return CatalogLock{std::string(values[kDate]), std::string(values[kHash])};
}

}  // namespace zoomc::catalog_tools
