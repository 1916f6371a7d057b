#include "author/json_to_yaml.h"

#include <charconv>
#include <string>

namespace zoomc::author {
namespace {

std::string number_text(const json::Value& number) {
  if (number.IsInt64()) return std::to_string(number.GetInt64());
  // The shortest digits that read back as the same number.
  char digits[32];
  const auto result = std::to_chars(digits, digits + sizeof(digits), number.GetDouble());
  std::string text(digits, result.ptr);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

bool is_collection(const json::Value& value) {
  return value.IsObject() || value.IsArray();
}

bool is_too_deep(const json::Value& value, std::size_t depth) {
  return depth == 0 && is_collection(value);
}

}  // namespace

edit::YamlValue json_to_yaml(const json::Value& value, std::size_t depth) {
  if (value.IsString()) return edit::YamlValue::make_text(json::text_of(value));
  if (value.IsBool()) return edit::YamlValue::make_literal(value.GetBool() ? "true" : "false");
  if (value.IsNumber()) return edit::YamlValue::make_literal(number_text(value));
  if (value.IsNull()) return edit::YamlValue::make_literal("null");
  if (value.IsArray()) {
    edit::YamlValue list = edit::YamlValue::make_list();
    list.entries.reserve(value.Size());
    for (const json::Value& item : value.GetArray()) {
      list.add(is_too_deep(item, depth - 1) ? edit::YamlValue::make_literal("null")
                                            : json_to_yaml(item, depth - 1));
    }
    return list;
  }
  edit::YamlValue mapping;
  mapping.entries.reserve(value.MemberCount());
  for (const auto& member : value.GetObject()) {
    if (member.value.IsNull() || is_too_deep(member.value, depth - 1)) continue;
    mapping.add(json::text_of(member.name), json_to_yaml(member.value, depth - 1));
  }
  return mapping;
}

}  // namespace zoomc::author
