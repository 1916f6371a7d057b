#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// The part of zoomc that reports a kind of finding.
enum class Phase : std::uint8_t {
  lint,
  syntax,
  model,
  resolve,
  manifest,
  audit,
  author,
  infer,
  config,
  catalog,
  catalog_update,
  run,
};
std::string_view to_string(Phase phase);

// The promise that the tests check of a rule: whether its findings have a fix.
enum class FixPromise : std::uint8_t { never, sometimes, always };
std::string_view to_string(FixPromise fix);

// Who wants it so: the integrator's guide, Zoom's validator and API, Zoom's review of an app, or
// zoomc and its users themselves.
enum class Source : std::uint8_t { guide = 1, zoom = 2, review = 4, own = 8 };
std::string_view to_string(Source source);

// One source or several; none as long as nothing is said.
class Sources {
 public:
  constexpr Sources() = default;
  constexpr Sources(Source source) : bits_(static_cast<std::uint8_t>(source)) {}
  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool has(Source source) const {
    return (bits_ & static_cast<std::uint8_t>(source)) != 0;
  }
  friend constexpr Sources operator|(Sources a, Sources b) {
    a.bits_ = static_cast<std::uint8_t>(a.bits_ | b.bits_);
    return a;
  }

 private:
  std::uint8_t bits_ = 0;
};
constexpr Sources operator|(Source a, Source b) {
  return Sources(a) | Sources(b);
}
// In the order of the enum.
std::vector<std::string_view> words_of(Sources sources);

// The files that a rule is about. `nothing`: not set yet.
enum class AppliesTo : std::uint8_t { nothing = 0, app = 1, manifest = 2, both = 3 };
constexpr bool applies_to(AppliesTo what, AppliesTo file) {
  return (static_cast<std::uint8_t>(what) & static_cast<std::uint8_t>(file)) != 0;
}
// "app", "manifest", or the two.
std::vector<std::string_view> words_of(AppliesTo what);

// Instead of a checklist item: the key that a finding is at decides.
inline constexpr std::string_view kItemOfPlace = "of-place";

// All that lists and explanations say of a kind of finding. The texts live as long as the program.
struct FindingKind {
  std::string_view id;
  // One line, without a full stop.
  std::string_view summary;
  Severity severity = Severity::error;
  Phase found_by = Phase::lint;
  // Only for rules; other kinds promise nothing.
  std::optional<FixPromise> fix;
  // Only for rules: the files in which any phase reports their id.
  AppliesTo applies_to = AppliesTo::nothing;
  Sources sources;
  // The version of zoomc that reported it first.
  std::string_view since;
  // Its page, in Markdown: what is wrong, why, and what to do instead.
  std::string_view page;
};

// Finds mistakes in an id, version or summary, at compile time.
constexpr bool is_kebab_case(std::string_view id) {
  if (id.empty() || id.front() == '-' || id.back() == '-') return false;
  for (const char c : id) {
    if (!((c >= 'a' && c <= 'z') || c == '-')) return false;
  }
  return true;
}
// "1.20.3".
constexpr bool is_version(std::string_view text) {
  int parts = 1;
  bool has_digit = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (c != '.' || !has_digit)) return false;
    if (!is_digit) ++parts;
    has_digit = is_digit;
  }
  return parts == 3 && has_digit;
}

}  // namespace zoomc
