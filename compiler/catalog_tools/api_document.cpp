#include "catalog_tools/api_document.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <set>
#include <utility>

#include "diagnostics/codes.h"
#include "source/file_system.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::catalog_tools {
namespace {

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

// Without blanks around it, in one line, and with single blanks.
std::string clean(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    if (!is_blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
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

// The keys of a document that are read.
constexpr std::string_view kPaths = "paths";
constexpr std::string_view kWebhooks = "webhooks";
constexpr std::string_view kGranular = "x-granular-scopes";
constexpr std::string_view kClassic = "x-macro-scopes";
constexpr std::string_view kPermissions = "x-permissions";

bool is_status(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return is_digit(c); });
}

// Takes the events of RapidJSON, which reads without recursion, and keeps what the catalog needs.
class ApiReader {
 public:
  ApiReader(const SourceFile& file, Sink& sink, const rapidjson::MemoryStream& stream)
      : file_(file), sink_(sink), stream_(stream) {}

  bool Null() { return other(true); }
  bool Bool(bool value) {
    if (is_item() && frames_[3].key == "deprecated") item_.is_deprecated = value;
    return other(false);
  }
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
    frames_.back().key.assign(text, size);
    if (frames_.size() == 1 && (frames_[0].key == "openapi" || frames_[0].key == "swagger")) {
      is_openapi_ = true;
    }
    if (is_inside_list(2)) item_place_ = string_place();
    return true;
  }
  bool StartObject() { return open(true); }
  bool StartArray() { return open(false); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  // True if it calls itself an OpenAPI document, or has the lists of one.
  bool is_openapi() const { return is_openapi_; }
  // True if it has a call or an event, even one that was left out.
  bool has_items() const { return has_items_; }
  // True if a mistake was reported that makes the document unreliable.
  bool is_broken() const { return is_broken_; }
  ApiDocument take() { return std::move(document_); }

 private:
  // Past this depth nothing of Zoom's goes.
  static constexpr std::size_t kMaxDepth = 200;
  // The keys that lead to what is read now: the description of a response is `paths`, path, method,
  // `responses`, status, `description`.
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

  // True if the reader is that deep in the list of calls or events.
  bool is_inside_list(std::size_t depth) const {
    return frames_.size() == depth && frames_[0].is_object &&
           (frames_[0].key == kPaths || frames_[0].key == kWebhooks);
  }

  // True if the object whose keys are read now is a call or an event.
  bool is_item() const { return frames_.size() == 4 && frames_[3].is_object && in_item_; }

  // True if the key of the object at depth 5 is for a list of names.
  bool has_name_list_key() const {
    if (!in_item_ || !frames_[4].is_object || frames_[3].key != "x-extensions") return false;
    const std::string& key = frames_[4].key;
    return key == kGranular || key == kClassic || key == kPermissions;
  }
  bool is_name_list_key() const { return frames_.size() == 5 && has_name_list_key(); }
  bool is_in_name_list() const {
    return frames_.size() == 6 && !frames_[5].is_object && has_name_list_key();
  }

  std::vector<std::string>& name_list() {
    const std::string& key = frames_[4].key;
    auto& list = key == kGranular  ? item_.granular
                 : key == kClassic ? item_.classic
                                   : item_.permissions;
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
    if (is_inside_list(1)) {
      report_shape(fmt::format("`{}` must be an object", frames_[0].key), place);
    } else {
      const std::string& key = frames_[4].key;
      report_shape(fmt::format("`{}` must be a list of {}", key,
                               key == kPermissions ? "permissions" : "scopes"),
                   place);
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
    if (is_inside_list(1)) {
      if (is_object) {
        is_openapi_ = true;
      } else {
        report_value({at, at + 1});
      }
    }
    if (is_inside_list(3) && frames_[2].is_object && is_object) begin_item();
    if (is_item() && is_inside(4, {kPaths, "", "", "responses"}) && is_object) {
      item_.errors.emplace();
    }
    if (is_name_list_key()) {
      if (is_object) {
        report_value({at, at + 1});
      } else {
        name_list().clear();
      }
    }
    frames_.push_back({is_object, {}});
    return true;
  }

  bool close() {
    if (is_item()) end_item();
    frames_.pop_back();
    return true;
  }

  void read_text(std::string_view value) {
    if (is_in_name_list()) {
      read_names(value);
    } else if (is_item()) {
      read_item_text(value);
    } else if (is_inside(2, {"info", "title"})) {
      document_.title = clean(value);
    } else if (in_item_ && is_inside(5, {kWebhooks, "", "", "requestBody", "description"})) {
      description_ = value;
    } else if (in_item_ && is_inside(6, {kPaths, "", "", "responses", "", "description"})) {
      read_errors(value);
    } else if (is_name_list_key() || is_inside_list(1)) {
      report_value(string_place());
    }
  }

  bool other(bool is_null) {
    const bool is_value = is_inside_list(1) || is_name_list_key();
    if ((is_value && !is_null) || is_in_name_list()) report_value(last_byte());
    return true;
  }

  void begin_item() {
    const std::string_view method = method_of(frames_[2].key);
    if (method.empty()) return;
    item_ = {.method = std::string(method), .path = frames_[1].key, .place = item_place_};
    description_.reset();
    in_item_ = true;
    has_items_ = true;
  }

  void read_item_text(std::string_view value) {
    const std::string& key = frames_[3].key;
    if (key == "operationId") {
      item_.id = clean(value);
      const bool is_used = frames_[0].key == kPaths && !item_.id.empty();
      if (!is_used || is_name(item_.id)) return;
      item_.id.clear();
      warn(string_place(), fmt::format("the operation id {} has a space, comma or semicolon: the "
                                       "call keeps the id that it has, if any",
                                       in_backticks(value)));
    } else if (key == "summary") {
      item_.name = clean(value);
    } else if (key == "description" && frames_[0].key == kPaths) {
      description_ = value;
    }
  }

  // Some documents have several names in one string.
  void read_names(std::string_view rest) {
    const char* what = frames_[4].key == kPermissions ? "permission" : "scope";
    while (true) {
      const auto comma = rest.find(',');
      const std::string name = clean(rest.substr(0, comma));
      if (is_name(name)) {
        name_list().push_back(name);
      } else if (!name.empty()) {
        warn(string_place(), fmt::format("the {} {} has a space or a semicolon: it is left out",
                                         what, in_backticks(name)));
      }
      if (comma == std::string_view::npos) return;
      rest.remove_prefix(comma + 1);
    }
  }

  void read_errors(std::string_view description) {
    const std::string& status = frames_[4].key;
    if (!is_status(status) || !item_.errors) return;
    for (DescribedError& error : described_errors(description)) {
      item_.errors->push_back({status, std::move(error)});
    }
  }

  void end_item() {
    in_item_ = false;
    if (description_) {
      auto described = described_scopes(*description_);
      if (!item_.granular) item_.granular = std::move(described.granular);
      if (!item_.classic) item_.classic = std::move(described.classic);
      item_.prerequisites = described_prerequisites(*description_);
    }
    sort_names(item_.granular);
    sort_names(item_.classic);
    sort_names(item_.permissions);
    if (frames_[0].key == kPaths) {
      end_call();
    } else {
      end_event();
    }
  }

  void end_call() {
    if (!item_.path.starts_with('/') || !is_name(item_.path) || clean(item_.path) != item_.path) {
      warn(item_.place,
           fmt::format("the path {} does not begin with `/`, or has a space, comma or semicolon: "
                       "its calls are left out",
                       in_backticks(item_.path)));
      return;
    }
    document_.calls.push_back(std::move(item_));
  }

  void end_event() {
    if (!is_name(item_.path) || clean(item_.path) != item_.path) {
      warn(item_.place, fmt::format("the event {} has a space, comma or semicolon, or no name: it "
                                    "is left out",
                                    in_backticks(item_.path)));
      return;
    }
    document_.events.push_back({std::move(item_.path), std::move(item_.granular),
                                std::move(item_.classic), item_.is_deprecated, item_.place});
  }

  const SourceFile& file_;
  Sink& sink_;
  const rapidjson::MemoryStream& stream_;
  ApiDocument document_;
  std::vector<Frame> frames_;
  // The call or the event that is read, whose name is then its path.
  ApiCall item_;
  std::optional<std::string> description_;
  Span item_place_;
  bool in_item_ = false;
  bool is_openapi_ = false;
  bool has_items_ = false;
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

bool ApiDocument::is_master() const {
  std::set<std::string_view> paths;
  for (const ApiCall& call : calls) paths.insert(call.path);
  const auto in_accounts = std::ranges::count_if(paths, [](std::string_view path) {
    return path == "/accounts" || path.starts_with("/accounts/");
  });
  return static_cast<std::size_t>(in_accounts) * 2 > paths.size();
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
  if (!reader.has_items()) {
    sink.add(finding(catalog_update_codes::kDocument, {0, 0},
                     reader.is_openapi()
                         ? "the file is an OpenAPI document without calls or events"
                         : "the file is JSON, but not an OpenAPI document: it has neither `paths` "
                           "nor `webhooks`"));
    return std::nullopt;
  }
  return reader.take();
}

}  // namespace zoomc::catalog_tools
