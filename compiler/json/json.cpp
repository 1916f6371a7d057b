#include <algorithm>
#include <optional>

#include "json/value.h"
#include "json/writer.h"

namespace zoomc::json {

std::string with_valid_utf8(std::string_view text) {
  std::string valid;
  while (const std::optional<std::size_t> bad = find_invalid_utf8(text)) {
    valid.append(text.substr(0, *bad)).append("\xEF\xBF\xBD");
    text.remove_prefix(*bad + 1);
  }
  return valid.append(text);
}

std::string_view text_of(const Value& string) {
  return {string.GetString(), string.GetStringLength()};
}

const Value* find_member(const Value& object, std::string_view name) {
  for (const auto& member : object.GetObject()) {
    if (text_of(member.name) == name) return &member.value;
  }
  return nullptr;
}

Value* find_member(Value& object, std::string_view name, std::size_t limit) {
  const std::size_t count = std::min<std::size_t>(limit, object.MemberCount());
  auto member = object.MemberBegin();
  for (std::size_t i = 0; i < count; ++i, ++member) {
    if (text_of(member->name) == name) return &member->value;
  }
  return nullptr;
}

Value make_string(std::string_view text, Allocator& allocator) {
  return Value(text.data(), static_cast<rapidjson::SizeType>(text.size()), allocator);
}

void add_member(Value& object, std::string_view name, Value value, Allocator& allocator) {
  object.AddMember(make_string(name, allocator), value, allocator);
}

std::string to_text(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string to_pretty_text(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
  writer.SetIndent(' ', 2);
  value.Accept(writer);
  return escape_json({buffer.GetString(), buffer.GetSize()}) + "\n";
}

}  // namespace zoomc::json
