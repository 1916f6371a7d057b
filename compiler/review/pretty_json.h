#pragma once
#include <cstdint>
#include <optional>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <string>
#include <string_view>

#include "text/quote.h"

namespace zoomc {

// Writes one JSON value in the layout of the manifest, keys in the order given.
class PrettyJson {
 public:
  PrettyJson() : writer_(buffer_) { writer_.SetIndent(' ', 2); }
  PrettyJson(const PrettyJson&) = delete;
  PrettyJson& operator=(const PrettyJson&) = delete;

  void string(std::string_view text) { writer_.String(text.data(), size_of(text)); }
  void key(std::string_view name) { writer_.Key(name.data(), size_of(name)); }

  // `body` writes the members.
  template <class Body>
  void object(Body body) {
    writer_.StartObject();
    body();
    writer_.EndObject();
  }
  // `each` writes the entry for one element of `range`.
  template <class Range, class Each>
  void array(std::string_view name, const Range& range, Each each) {
    key(name);
    writer_.StartArray();
    for (const auto& element : range) each(element);
    writer_.EndArray();
  }

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  void member(std::string_view name, const char* text) { member(name, std::string_view(text)); }
  void member_unless_empty(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
  }
  void member(std::string_view name, bool value) {
    key(name);
    writer_.Bool(value);
  }
  void member(std::string_view name, std::uint32_t value) {
    key(name);
    writer_.Uint(value);
  }

  // With a final line break.
  std::string take() { return escape_json({buffer_.GetString(), buffer_.GetSize()}) + "\n"; }

 private:
  static rapidjson::SizeType size_of(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

}  // namespace zoomc
