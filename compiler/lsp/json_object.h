#pragma once
#include <cstdint>
#include <string_view>
#include <utility>

#include "manifest/json.h"

namespace zoomc::lsp {

// Makes a JSON object, members in the order in which they are put. Text is copied.
class JsonObject {
 public:
  explicit JsonObject(json::Allocator& allocator)
      : allocator_(allocator), value_(rapidjson::kObjectType) {}

  JsonObject& put(std::string_view name, json::Value value) {
    json::add_member(value_, name, std::move(value), allocator_);
    return *this;
  }
  JsonObject& put(std::string_view name, std::string_view text) {
    return put(name, json::make_string(text, allocator_));
  }
  JsonObject& put(std::string_view name, const char* text) {
    return put(name, std::string_view(text));
  }
  JsonObject& put(std::string_view name, std::uint32_t number) {
    return put(name, json::Value(number));
  }
  JsonObject& put(std::string_view name, bool truth) { return put(name, json::Value(truth)); }

  json::Value take() { return std::move(value_); }

 private:
  json::Allocator& allocator_;
  json::Value value_;
};

// An array with what `make` gives for each element of `range`.
template <class Range, class Make>
json::Value json_array(json::Allocator& allocator, const Range& range, Make make) {
  json::Value array(rapidjson::kArrayType);
  for (const auto& element : range) array.PushBack(make(element), allocator);
  return array;
}

}  // namespace zoomc::lsp
