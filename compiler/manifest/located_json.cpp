#include "manifest/located_json.h"

#include <rapidjson/reader.h>
#include <string>
#include <utility>

#include "diagnostics/codes.h"
#include "manifest/json_builder.h"
#include "manifest/json_mistakes.h"
#include "syntax/parse.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// Iterative: what is nested does not nest our stack. Full precision: numbers come out as they went
// in.
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;

Diagnostic limit_reached(const SourceFile& file, const JsonBuilder& builder) {
  const Span place{builder.limit_place(), builder.limit_place() + 1};
  switch (builder.limit()) {
    case JsonLimit::nesting:
      return finding(syntax_codes::kFileTooLarge, place, "values are nested more than 64 deep");
    case JsonLimit::values:
      return finding(syntax_codes::kFileTooLarge, place, "the file has more than 1000000 values");
    case JsonLimit::surrogate:
    case JsonLimit::none: break;
  }
  const JsonRefusal half{.text = file.text,
                         .code = rapidjson::kParseErrorStringUnicodeSurrogateInvalid,
                         .place = place.begin};
  return explain(half);
}

// RapidJSON takes a NUL for the end of the text.
std::optional<Diagnostic> nul_byte(const SourceFile& file) {
  const std::size_t found = file.text.find('\0');
  if (found == std::string::npos) return std::nullopt;
  const auto place = static_cast<std::uint32_t>(found);
  return finding(syntax_codes::kInvalidEncoding, {place, place + 1},
                 "JSON does not allow the control character U+0000; remove it");
}

}  // namespace

std::optional<LocatedJson> read_json(const SourceFile& file, Sink& sink) {
  auto problem = syntax::check_utf8(file.text);
  if (!problem) problem = nul_byte(file);
  if (problem) {
    sink.add(std::move(*problem));
    return std::nullopt;
  }
  const std::uint32_t begin = syntax::byte_order_mark_size(file.text);
  JsonStream stream(file.text, begin);
  auto document = std::make_unique<json::Document>();
  JsonBuilder builder(file.text, begin, stream, *document);
  rapidjson::Reader reader;
  auto read = [&](json::Document&) { return !reader.Parse<kFlags>(stream, builder).IsError(); };
  document->Populate(read);
  if (!reader.HasParseError()) {
    return LocatedJson{std::move(document),
                       std::make_unique<const JsonSpans>(builder.take_spans())};
  }
  sink.add(builder.limit() != JsonLimit::none
               ? limit_reached(file, builder)
               : explain(JsonRefusal{.text = file.text,
                                     .code = reader.GetParseErrorCode(),
                                     .place = static_cast<std::uint32_t>(reader.GetErrorOffset()),
                                     .previous_end = builder.end(),
                                     .next = builder.next(),
                                     .open = builder.open_values()}));
  return std::nullopt;
}

}  // namespace zoomc
