#include "syntax/core_schema.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>

#include "text/ascii.h"

namespace zoomc::syntax {
namespace {

std::string_view without_sign(std::string_view text) {
  return !text.empty() && (text[0] == '+' || text[0] == '-') ? text.substr(1) : text;
}

// Takes the digits at the start of `text` off it and says how many there were.
std::size_t take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  text.remove_prefix(count);
  return count;
}

// 10, 8 (`0o`) or 16 (`0x`) for an integer of the core schema, else 0.
int integer_base(std::string_view text) {
  const auto all = [](std::string_view digits, std::string_view allowed) {
    return !digits.empty() && digits.find_first_not_of(allowed) == std::string_view::npos;
  };
  if (text.starts_with("0o")) return all(text.substr(2), "01234567") ? 8 : 0;
  if (text.starts_with("0x")) return all(text.substr(2), "0123456789abcdefABCDEF") ? 16 : 0;
  return all(without_sign(text), "0123456789") ? 10 : 0;
}

bool is_infinity(std::string_view text) {
  text = without_sign(text);
  return text == ".inf" || text == ".Inf" || text == ".INF";
}

bool is_nan(std::string_view text) {
  return text == ".nan" || text == ".NaN" || text == ".NAN";
}

bool is_decimal(std::string_view text) {
  text = without_sign(text);
  std::size_t digits = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += take_digits(text);
  }
  if (digits == 0) return false;
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  text = without_sign(text.substr(1));
  return take_digits(text) > 0 && text.empty();
}

bool is_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Told by its first letter, as nearly every scalar is.
bool begins_string(std::string_view text) {
  constexpr std::string_view kOthers = "nNtf";
  return !text.empty() && is_letter(text[0]) && kOthers.find(text[0]) == std::string_view::npos;
}

ScalarType type_by_form(std::string_view text) {
  if (begins_string(text)) return ScalarType::string;
  if (is_null(text)) return ScalarType::null;
  if (text == "true" || text == "false") return ScalarType::boolean;
  if (integer_base(text) != 0) return ScalarType::integer;
  if (is_decimal(text) || is_infinity(text) || is_nan(text)) return ScalarType::floating;
  return ScalarType::string;
}

}  // namespace

ScalarType scalar_type(const Node& scalar) {
  if (scalar.tag.empty()) {
    return scalar.style == ScalarStyle::plain ? type_by_form(scalar.text) : ScalarType::string;
  }
  if (scalar.tag == "!!null") return ScalarType::null;
  if (scalar.tag == "!!bool") return ScalarType::boolean;
  if (scalar.tag == "!!int") return ScalarType::integer;
  if (scalar.tag == "!!float") return ScalarType::floating;
  return ScalarType::string;
}

std::optional<bool> as_boolean(const Node& scalar) {
  if (scalar_type(scalar) != ScalarType::boolean) return std::nullopt;
  if (scalar.text == "true") return true;
  if (scalar.text == "false") return false;
  return std::nullopt;
}

std::optional<std::int64_t> as_integer(const Node& scalar) {
  if (scalar_type(scalar) != ScalarType::integer) return std::nullopt;
  std::string_view text = scalar.text;
  const int base = integer_base(text);
  if (base == 0) return std::nullopt;
  if (base != 10) text.remove_prefix(2);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  const auto end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value, base);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

std::optional<double> as_floating(const Node& scalar) {
  if (scalar_type(scalar) != ScalarType::floating) return std::nullopt;
  std::string_view text = scalar.text;
  if (is_nan(text)) return std::numeric_limits<double>::quiet_NaN();
  if (is_infinity(text)) {
    const double infinity = std::numeric_limits<double>::infinity();
    return text.starts_with('-') ? -infinity : infinity;
  }
  if (!is_decimal(text)) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

}  // namespace zoomc::syntax
