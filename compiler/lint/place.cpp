#include "lint/place.h"

#include <optional>

namespace zoomc {
namespace {

// How many bytes of markup stand before the value's first byte; nothing when they do not run in
// step.
std::optional<std::uint32_t> lead(const SourceFile& file, const Text& value) {
  const std::string_view written = file.slice(value.span);
  if (written == value.value) return 0;
  const bool quoted = written.size() == value.value.size() + 2 &&
                      (written.front() == '"' || written.front() == '\'') &&
                      written.front() == written.back();
  if (quoted && written.substr(1, value.value.size()) == value.value) return 1;
  return std::nullopt;
}

bool is_quoted(std::string_view written) {
  return written.size() >= 2 && (written.front() == '"' || written.front() == '\'') &&
         written.front() == written.back();
}

}  // namespace

Span place_in(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end) {
  const auto markup = lead(file, value);
  if (!markup) return value.span;
  const std::uint32_t base = value.span.begin + *markup;
  return {base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)};
}

Edit replace_value(const SourceFile& file, const Text& value, std::string replacement) {
  if (is_quoted(file.slice(value.span))) {
    return {{value.span.begin + 1, value.span.end - 1}, std::move(replacement)};
  }
  return {value.span, std::move(replacement)};
}

}  // namespace zoomc
