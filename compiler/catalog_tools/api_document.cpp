#include "catalog_tools/api_document.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <utility>

#include "diagnostics/codes.h"
#include "source/file_system.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::catalog_tools {
namespace {

constexpr std::string_view kScopesLabel = "Scopes";
constexpr std::string_view kGranularWord = "Granular ";

bool is_scope_character(char c) {
  return is_alphanumeric(c) || c == ':' || c == '_' || c == '-' || c == '.';
}

// The text behind the label at the front of `text`, its link and its colon; nothing when there is
// no colon, as where a sentence speaks of scopes.
std::optional<std::string_view> behind_label(std::string_view text) {
  text.remove_prefix(kScopesLabel.size());
  if (text.starts_with("](")) {
    const auto end = text.find(')');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  while (text.starts_with('*')) text.remove_prefix(1);
  if (!text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  while (text.starts_with('*')) text.remove_prefix(1);
  return text;
}

// Up to the end of the line, or to the next bold label in it.
std::string_view same_line(std::string_view text) {
  for (const std::string_view end : {"\n", "<br", "**"}) text = text.substr(0, text.find(end));
  return text;
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const auto end = std::ranges::find_if_not(text, is_scope_character);
    const auto length = static_cast<std::size_t>(end - text.begin());
    const std::string_view name = text.substr(0, length);
    // Every scope has one of these; other words have none.
    if (name.find_first_of(":_") != std::string_view::npos) names.emplace_back(name);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return names;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMethods{
    {{"get", "GET"},
     {"head", "HEAD"},
     {"post", "POST"},
     {"put", "PUT"},
     {"patch", "PATCH"},
     {"delete", "DELETE"},
     {"options", "OPTIONS"}}};

std::string_view method_of(std::string_view key) {
  const auto found =
      std::ranges::find(kMethods, key, &std::pair<std::string_view, std::string_view>::first);
  return found == kMethods.end() ? std::string_view{} : found->second;
}

// Without blanks around it, and in one line.
std::string clean(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    out += is_blank ? ' ' : c;
  }
  const auto begin = out.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(' ') - begin + 1);
}

// True if the tables of a catalog read it as one name.
bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_of(" ,;") == std::string_view::npos;
}

void sort_names(std::optional<std::vector<std::string>>& names) {
  if (!names) return;
  std::ranges::sort(*names);
  names->erase(std::unique(names->begin(), names->end()), names->end());
}

// Takes the events of RapidJSON, which reads without recursion, and keeps what the catalog needs.
class ApiReader {
 public:
  ApiReader(const SourceFile& file, Sink& sink, const rapidjson::MemoryStream& stream)
      : file_(file), sink_(sink), stream_(stream) {}

  bool Null() { return other(true); }
  bool Bool(bool) { return other(false); }
  bool Int(int) { return other(false); }
  bool Uint(unsigned) { return other(false); }
  bool Int64(std::int64_t) { return other(false); }
  bool Uint64(std::uint64_t) { return other(false); }
  bool Double(double) { return other(false); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return other(false); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    read_text({text, size});
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    // Deeper values are not read.
    if (frames_.size() > kKeys) return true;
    frames_.back().key = std::string(text, size);
    if (is_inside(2, {"paths", ""})) path_place_ = string_place();
    return true;
  }
  bool StartObject() { return open(true); }
  bool StartArray() { return open(false); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool has_paths() const { return has_paths_; }
  // True if a mistake was reported that makes the calls unreliable.
  bool is_broken() const { return is_broken_; }
  ApiDocument take() { return std::move(document_); }

 private:
  // Past this depth nothing of Zoom's goes.
  static constexpr std::size_t kMaxDepth = 200;
  // The keys that lead to what is read now: a call is `paths`, path, method.
  static constexpr std::size_t kKeys = 6;
  // A hostile document of single bad values would otherwise take a hundred times its size.
  static constexpr std::size_t kMaxWarnings = 100;

  struct Frame {
    bool is_object = false;
    std::string key;
  };

  bool is_inside(std::size_t depth, std::initializer_list<std::string_view> keys) const {
    if (frames_.size() != depth) return false;
    std::size_t level = 0;
    for (const std::string_view key : keys) {
      const Frame& frame = frames_[level++];
      if (!frame.is_object || (!key.empty() && frame.key != key)) return false;
    }
    return true;
  }

  // True if the object whose keys are read now is a call.
  bool is_call() const { return frames_.size() == 4 && frames_[3].is_object && in_call_; }

  // True if the key of the object at depth 5 is for a list of scopes of a call.
  bool has_scope_list_key() const {
    return in_call_ && frames_[4].is_object && frames_[3].key == "x-extensions" &&
           (frames_[4].key == kGranular || frames_[4].key == kClassic);
  }
  bool is_scope_list_key() const { return frames_.size() == 5 && has_scope_list_key(); }
  bool is_in_scope_list() const {
    return frames_.size() == 6 && !frames_[5].is_object && has_scope_list_key();
  }

  std::vector<std::string>& scope_list() {
    auto& list = frames_[4].key == kGranular ? call_.granular : call_.classic;
    if (!list) list.emplace();
    return *list;
  }

  // The last byte that was read.
  Span last_byte() const {
    const auto end = static_cast<std::uint32_t>(stream_.Tell());
    return {end > 0 ? end - 1 : 0, std::max(end, 1U)};
  }

  // The string that was read. Its opening quote is the last one before the closing one that no odd
  // number of backslashes escapes.
  Span string_place() const {
    const std::size_t end = stream_.Tell();
    if (end < 2) return {};
    const std::string& text = file_.text;
    for (std::size_t at = end - 1; at-- > 0;) {
      if (text[at] != '"') continue;
      std::size_t escapes = 0;
      while (escapes < at && text[at - escapes - 1] == '\\') ++escapes;
      if (escapes % 2 == 0) {
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      }
    }
    return {};
  }

  void warn(Span place, std::string message) {
    if (++warnings_ > kMaxWarnings) return;
    sink_.add(finding(catalog_update_codes::kValue, place, std::move(message)));
  }

  void report_shape(std::string message, Span place) {
    // One is enough to know that the document is not valid.
    if (!is_broken_) sink_.add(finding(catalog_update_codes::kDocument, place, std::move(message)));
    is_broken_ = true;
  }

  // A value that is neither a text nor what its key must have.
  void report_value(Span place) {
    if (is_inside(1, {"paths"})) {
      report_shape("`paths` must be an object", place);
    } else {
      report_shape(fmt::format("`{}` must be a list of scopes", frames_[4].key), place);
    }
  }

  // The bracket is not taken yet. False ends the reading.
  bool open(bool is_object) {
    const auto at = static_cast<std::uint32_t>(stream_.Tell());
    if (frames_.size() >= kMaxDepth) {
      sink_.add(finding(
          catalog_update_codes::kDocument, {at, at + 1},
          fmt::format(
              "the document is nested deeper than {} levels; Zoom's documents are not so deep",
              kMaxDepth)));
      return false;
    }
    if (is_inside(1, {"paths"})) {
      has_paths_ = is_object;
      if (!is_object) report_value({at, at + 1});
    }
    if (is_inside(3, {"paths", "", ""}) && is_object && !method_of(frames_[2].key).empty()) {
      call_ = {.method = std::string(method_of(frames_[2].key)),
               .path = frames_[1].key,
               .place = path_place_};
      description_.clear();
      in_call_ = true;
    }
    if (is_scope_list_key()) {
      if (is_object) {
        report_value({at, at + 1});
      } else {
        scope_list().clear();
      }
    }
    frames_.push_back({is_object, {}});
    return true;
  }

  bool close() {
    if (is_call()) end_call();
    frames_.pop_back();
    return true;
  }

  void read_text(std::string_view value) {
    if (is_in_scope_list()) {
      read_scopes(value);
    } else if (is_call()) {
      read_call_text(value);
    } else if (is_inside(2, {"info", "title"})) {
      document_.title = clean(value);
    } else if (is_scope_list_key() || is_inside(1, {"paths"})) {
      report_value(string_place());
    }
  }

  bool other(bool is_null) {
    const bool is_value = is_inside(1, {"paths"}) || is_scope_list_key();
    if ((is_value && !is_null) || is_in_scope_list()) report_value(last_byte());
    return true;
  }

  void read_call_text(std::string_view value) {
    const std::string& key = frames_[3].key;
    if (key == "operationId") {
      call_.id = clean(value);
      if (call_.id.empty() || is_name(call_.id)) return;
      call_.id.clear();
      warn(string_place(), fmt::format("the operation id {} has a space, comma or semicolon: the "
                                       "call keeps the id that it has, if any",
                                       in_backticks(value)));
    } else if (key == "summary") {
      call_.name = clean(value);
    } else if (key == "description") {
      description_ = value;
    }
  }

  // Some documents have several names in one string.
  void read_scopes(std::string_view rest) {
    while (true) {
      const auto comma = rest.find(',');
      const std::string name = clean(rest.substr(0, comma));
      if (is_name(name)) {
        scope_list().push_back(name);
      } else if (!name.empty()) {
        warn(string_place(), fmt::format("the scope {} has a space or a semicolon: it is left out",
                                         in_backticks(name)));
      }
      if (comma == std::string_view::npos) return;
      rest.remove_prefix(comma + 1);
    }
  }

  void end_call() {
    in_call_ = false;
    if (!call_.path.starts_with('/') || !is_name(call_.path) || clean(call_.path) != call_.path) {
      warn(call_.place,
           fmt::format("the path {} does not begin with `/`, or has a space, comma or semicolon: "
                       "its calls are left out",
                       in_backticks(call_.path)));
      return;
    }
    auto described = described_scopes(description_);
    if (!call_.granular) call_.granular = std::move(described.granular);
    if (!call_.classic) call_.classic = std::move(described.classic);
    sort_names(call_.granular);
    sort_names(call_.classic);
    document_.calls.push_back(std::move(call_));
  }

  static constexpr std::string_view kGranular = "x-granular-scopes";
  static constexpr std::string_view kClassic = "x-macro-scopes";

  const SourceFile& file_;
  Sink& sink_;
  const rapidjson::MemoryStream& stream_;
  ApiDocument document_;
  std::vector<Frame> frames_;
  ApiCall call_;
  std::string description_;
  Span path_place_;
  bool in_call_ = false;
  bool has_paths_ = false;
  bool is_broken_ = false;
  std::size_t warnings_ = 0;
};

// The reason why the bytes cannot be read.
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

DescribedScopes described_scopes(std::string_view description) {
  DescribedScopes scopes;
  for (auto at = description.find(kScopesLabel); at != std::string_view::npos;
       at = description.find(kScopesLabel, at + 1)) {
    const auto rest = behind_label(description.substr(at));
    if (!rest) continue;
    auto& list =
        description.substr(0, at).ends_with(kGranularWord) ? scopes.granular : scopes.classic;
    if (!list) list = names_in(same_line(*rest));
  }
  return scopes;
}

std::optional<ApiDocument> read_api_document(const SourceFile& file, Sink& sink) {
  if (!is_readable(file, sink)) return std::nullopt;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  rapidjson::MemoryStream stream(file.text.data(), file.text.size());
  if (file.text.starts_with(kMark)) stream.src_ += kMark.size();
  ApiReader reader(file, sink, stream);
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  const auto result = rapidjson::Reader().Parse<kFlags>(stream, reader);
  if (result.Code() == rapidjson::kParseErrorTermination) return std::nullopt;
  if (result.IsError()) {
    const auto at = static_cast<std::uint32_t>(std::min(result.Offset(), file.text.size()));
    const auto end = std::min(at + 1, static_cast<std::uint32_t>(file.text.size()));
    sink.add(finding(catalog_update_codes::kDocument, {at, end},
                     fmt::format("the file is not JSON: {}", in_words(result.Code()))));
    return std::nullopt;
  }
  if (reader.is_broken()) return std::nullopt;
  if (!reader.has_paths()) {
    sink.add(finding(catalog_update_codes::kDocument, {0, 0},
                     "the file is JSON but not an OpenAPI document: it has no object `paths`"));
    return std::nullopt;
  }
  return reader.take();
}

}  // namespace zoomc::catalog_tools
