#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "manifest/json.h"
#include "manifest/json_spans.h"

namespace zoomc {

// The bytes of a text as RapidJSON reads them, from byte `at` on.
class JsonStream {
 public:
  using Ch = char;

  JsonStream(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  Ch Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Ch Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }

  // Only for streams that are written to.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_;
};

// Why a reading was ended before RapidJSON found anything wrong.
enum class JsonLimit : std::uint8_t { none, nesting, values, surrogate };

// An array or object that is not closed yet.
struct OpenJson {
  std::uint32_t begin = 0;
  bool is_object = false;
};

// Takes what RapidJSON's reader finds, hands it to a document and notes where each value stands.
class JsonBuilder {
 public:
  // `stream` is the one that is read, from `begin` on.
  JsonBuilder(std::string_view text, std::uint32_t begin, const JsonStream& stream,
              json::Document& document)
      : text_(text), end_(begin), stream_(stream), document_(document) {}

  // The handler that RapidJSON calls. An answer of false ends the reading.
  bool Null() { return scalar() && document_.Null(); }
  bool Bool(bool value) { return scalar() && document_.Bool(value); }
  bool Int(int value) { return scalar() && document_.Int(value); }
  bool Uint(unsigned value) { return scalar() && document_.Uint(value); }
  bool Int64(std::int64_t value) { return scalar() && document_.Int64(value); }
  bool Uint64(std::uint64_t value) { return scalar() && document_.Uint64(value); }
  bool Double(double value) { return scalar() && document_.Double(value); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy);
  bool String(const char* text, rapidjson::SizeType size, bool copy);
  bool StartObject() { return open(true) && document_.StartObject(); }
  bool Key(const char* text, rapidjson::SizeType size, bool copy);
  bool EndObject(rapidjson::SizeType count) { return close(count) && document_.EndObject(count); }
  bool StartArray() { return open(false) && document_.StartArray(); }
  bool EndArray(rapidjson::SizeType count) { return close(count) && document_.EndArray(count); }

  JsonLimit limit() const { return limit_; }
  // Where that was.
  std::uint32_t limit_place() const { return limit_place_; }
  // The end of what was read last: a key, a value or an opening brace.
  std::uint32_t end() const { return end_; }
  // The first byte behind `end()` that is neither blank nor comma nor colon: what was read next.
  std::uint32_t next() const;
  const std::vector<OpenJson>& open_values() const { return open_; }
  // Of a text that was read to its end.
  JsonSpans take_spans() { return std::move(pending_.front()); }

 private:
  bool scalar();
  bool open(bool is_object);
  bool close(rapidjson::SizeType count);
  // Notes a value that begins at `begin`; false when there are too many.
  bool begin_value(std::uint32_t begin);
  bool refuse(JsonLimit limit, std::uint32_t place);
  bool is_text(const char* text, rapidjson::SizeType size);

  std::string_view text_;
  std::uint32_t end_;
  const JsonStream& stream_;
  json::Document& document_;
  // The values whose array or object is still open, those inside behind it.
  std::vector<JsonSpans> pending_;
  std::vector<OpenJson> open_;
  // The last of `pending_` is a key without its value.
  bool has_key_ = false;
  std::size_t count_ = 0;
  JsonLimit limit_ = JsonLimit::none;
  std::uint32_t limit_place_ = 0;
};

}  // namespace zoomc
