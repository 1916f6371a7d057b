#pragma once
#include <cstdint>
#include <rapidjson/document.h>
#include <string>
#include <string_view>
#include <utility>

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

// An array with what `make` gives for each element of `range`.
template <class Range, class Make>
Value make_array(Allocator& allocator, const Range& range, Make make) {
  Value array(rapidjson::kArrayType);
  for (const auto& element : range) array.PushBack(make(element), allocator);
  return array;
}

// Makes an object, members in the order in which they are put. Text is copied.
class Object {
 public:
  explicit Object(Allocator& allocator) : allocator_(allocator), value_(rapidjson::kObjectType) {}

  Object& put(std::string_view name, Value value) {
    add_member(value_, name, std::move(value), allocator_);
    return *this;
  }
  Object& put(std::string_view name, std::string_view text) {
    return put(name, make_string(text, allocator_));
  }
  Object& put(std::string_view name, const char* text) { return put(name, std::string_view(text)); }
  Object& put(std::string_view name, std::uint32_t number) { return put(name, Value(number)); }
  Object& put(std::string_view name, bool truth) { return put(name, Value(truth)); }

  Value take() { return std::move(value_); }

 private:
  Allocator& allocator_;
  Value value_;
};

// JSON on one line. Text stays UTF-8, only what JSON demands is escaped.
std::string to_text(const Value& value);
// Two-space JSON with a final line break, safe to show.
std::string to_pretty_text(const Value& value);

}  // namespace zoomc::json
