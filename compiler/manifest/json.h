#pragma once
#include <rapidjson/document.h>
#include <string>
#include <string_view>

// RapidJSON values with string views instead of pointers and lengths.
namespace zoomc::json {

using Value = rapidjson::Value;
using Document = rapidjson::Document;
using Allocator = rapidjson::Document::AllocatorType;

// The bytes of a string value.
std::string_view text_of(const Value& string);

// The value of the first of the object's first `limit` members that has that name, or null.
const Value* find_member(const Value& object, std::string_view name);
Value* find_member(Value& object, std::string_view name, std::size_t limit);

Value make_string(std::string_view text, Allocator& allocator);
void add_member(Value& object, std::string_view name, Value value, Allocator& allocator);

// Two-space JSON with a final line break. Text stays UTF-8, only what JSON demands is escaped.
std::string to_pretty_text(const Value& value);

}  // namespace zoomc::json
