#pragma once
#include <cstdint>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <string>
#include <string_view>

#include "text/quote.h"

namespace zoomc {

// Writes one JSON value on one line, keys in the order given. Bytes that are not UTF-8, which JSON
// has no way to say, become U+FFFD.
class JsonText {
 public:
  JsonText() : writer_(buffer_) {}
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  void string(std::string_view text);
  void number(std::uint32_t value) { writer_.Uint(value); }
  void null() { writer_.Null(); }
  void key(std::string_view name);

  // `body` writes the members.
  template <class Body>
  void object(Body body) {
    writer_.StartObject();
    body();
    writer_.EndObject();
  }
  // `each` writes the entry for one element of `range`.
  template <class Range, class Each>
  void array(const Range& range, Each each) {
    writer_.StartArray();
    for (const auto& element : range) each(element);
    writer_.EndArray();
  }

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  void member(std::string_view name, std::uint32_t value) {
    key(name);
    number(value);
  }

  std::string text() const { return escape_json({buffer_.GetString(), buffer_.GetSize()}); }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

// The entries of a list that stands over several lines, one a line, told one at a time.
class JsonLines {
 public:
  // An entry with what separates it from what is above.
  std::string next(std::string_view entry) {
    std::string line = first_ ? "\n" : ",\n";
    first_ = false;
    return line.append(entry);
  }

 private:
  bool first_ = true;
};

}  // namespace zoomc
