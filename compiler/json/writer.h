#pragma once
#include <cstdint>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <string>
#include <string_view>

#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::json {

// The text with U+FFFD in place of each byte that is not UTF-8, which JSON cannot contain.
std::string with_valid_utf8(std::string_view text);

// Writes one JSON value, keys in the order given.
template <class Layout>
class BasicWriter {
 public:
  BasicWriter() : out_(buffer_) {
    if constexpr (requires(Layout layout) { layout.SetIndent(' ', 2); }) out_.SetIndent(' ', 2);
  }
  BasicWriter(const BasicWriter&) = delete;
  BasicWriter& operator=(const BasicWriter&) = delete;

  void key(std::string_view name) { out_.Key(name.data(), size_of(name)); }
  void value(std::string_view text) {
    std::string valid;
    if (find_invalid_utf8(text)) text = valid = with_valid_utf8(text);
    out_.String(text.data(), size_of(text));
  }
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool truth) { out_.Bool(truth); }
  void value(std::uint32_t number) { out_.Uint(number); }
  void value(std::nullptr_t) { out_.Null(); }

  // `body` writes the members.
  template <class Body>
  void object(Body body) {
    out_.StartObject();
    body();
    out_.EndObject();
  }
  // `each` writes the entry for one element of `range`.
  template <class Range, class Each>
  void array(const Range& range, Each each) {
    out_.StartArray();
    for (const auto& element : range) each(element);
    out_.EndArray();
  }

  // The same as members of the object that is being written.
  template <class Value>
  void member(std::string_view name, const Value& of) {
    key(name);
    value(of);
  }
  void member_unless_empty(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
  }
  template <class Body>
  void object(std::string_view name, Body body) {
    key(name);
    object(body);
  }
  template <class Range, class Each>
  void array(std::string_view name, const Range& range, Each each) {
    key(name);
    array(range, each);
  }
  template <class Range>
  void strings(std::string_view name, const Range& range) {
    array(name, range, [this](std::string_view text) { value(text); });
  }
  // An array of one object.
  template <class Body>
  void array_of_one(std::string_view name, Body body) {
    key(name);
    out_.StartArray();
    object(body);
    out_.EndArray();
  }

  std::string text() const { return escape_json({buffer_.GetString(), buffer_.GetSize()}); }

 private:
  static rapidjson::SizeType size_of(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  rapidjson::StringBuffer buffer_;
  Layout out_;
};

// On one line; in the layout of the manifest, over several.
using Writer = BasicWriter<rapidjson::Writer<rapidjson::StringBuffer>>;
using PrettyWriter = BasicWriter<rapidjson::PrettyWriter<rapidjson::StringBuffer>>;

// The entries of a list over several lines, one a line.
class Lines {
 public:
  // An entry with what separates it from the one above.
  std::string next(std::string_view entry) {
    std::string line = first_ ? "\n" : ",\n";
    first_ = false;
    return line.append(entry);
  }

 private:
  bool first_ = true;
};

}  // namespace zoomc::json
