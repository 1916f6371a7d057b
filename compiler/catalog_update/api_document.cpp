#include "catalog_update/api_document.h"

#include <algorithm>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "catalog_update/api_reader.h"
#include "diagnostics/codes.h"
#include "source/file_system.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

using catalog_update::ApiReader;

// What RapidJSON calls, handed on. The library reads without recursion.
class Events {
 public:
  Events(ApiReader& reader, const rapidjson::MemoryStream& stream)
      : reader_(reader), stream_(stream) {}

  bool Null() { return other(true); }
  bool Bool(bool) { return other(false); }
  bool Int(int) { return other(false); }
  bool Uint(unsigned) { return other(false); }
  bool Int64(std::int64_t) { return other(false); }
  bool Uint64(std::uint64_t) { return other(false); }
  bool Double(double) { return other(false); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return other(false); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    reader_.text({text, size}, stream_.Tell());
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    reader_.key({text, size}, stream_.Tell());
    return true;
  }
  // Told before the bracket is taken.
  bool StartObject() { return reader_.open(true, stream_.Tell() + 1); }
  bool StartArray() { return reader_.open(false, stream_.Tell() + 1); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

 private:
  bool other(bool is_null) {
    reader_.other(is_null, stream_.Tell());
    return true;
  }
  bool close() {
    reader_.close();
    return true;
  }

  ApiReader& reader_;
  const rapidjson::MemoryStream& stream_;
};

// What keeps the bytes from being read at all.
bool is_readable(const SourceFile& file, Sink& sink) {
  if (file.text.size() > kMaxFileBytes) {
    sink.add(finding(syntax_codes::kFileTooLarge, {0, 0}, "the file is larger than 8 MiB"));
    return false;
  }
  if (const auto bad = find_invalid_utf8(file.text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    sink.add(finding(syntax_codes::kInvalidEncoding, {at, at + 1},
                     "the file is not UTF-8 from here on: save it as UTF-8"));
    return false;
  }
  return true;
}

// "Missing a comma or } after an object member."
std::string in_words(rapidjson::ParseErrorCode code) {
  std::string text = rapidjson::GetParseError_En(code);
  if (!text.empty() && text.back() == '.') text.pop_back();
  if (!text.empty()) text[0] = lowered(text[0]);
  return text;
}

}  // namespace

std::optional<ApiDocument> read_api_document(const SourceFile& file, Sink& sink) {
  if (!is_readable(file, sink)) return std::nullopt;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  const std::size_t mark = file.text.starts_with(kMark) ? kMark.size() : 0;
  rapidjson::MemoryStream stream(file.text.data(), file.text.size());
  stream.src_ += mark;
  ApiReader reader(file, sink);
  Events events(reader, stream);
  const auto result =
      rapidjson::Reader()
          .Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag>(stream,
                                                                                         events);
  if (result.Code() == rapidjson::kParseErrorTermination) return std::nullopt;
  if (result.IsError()) {
    const auto at = static_cast<std::uint32_t>(std::min(result.Offset(), file.text.size()));
    const auto end = std::min(at + 1, static_cast<std::uint32_t>(file.text.size()));
    sink.add(finding(catalog_update_codes::kDocument, {at, end},
                     "the file is not JSON: " + in_words(result.Code())));
    return std::nullopt;
  }
  if (reader.is_broken()) return std::nullopt;
  if (!reader.has_paths()) {
    sink.add(finding(catalog_update_codes::kDocument, {0, 0},
                     "the file is JSON and no OpenAPI document: it has no object `paths`"));
    return std::nullopt;
  }
  return reader.take();
}

}  // namespace zoomc
