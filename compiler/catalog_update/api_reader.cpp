#include "catalog_update/api_reader.h"

#include <algorithm>
#include <utility>

#include "catalog_update/described_scopes.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::catalog_update {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMethods{
    {{"get", "GET"},
     {"head", "HEAD"},
     {"post", "POST"},
     {"put", "PUT"},
     {"patch", "PATCH"},
     {"delete", "DELETE"},
     {"options", "OPTIONS"}}};
constexpr std::string_view kExtensions = "x-extensions";
constexpr std::string_view kGranular = "x-granular-scopes";
constexpr std::string_view kClassic = "x-macro-scopes";
// A hostile document of single bad values would otherwise take a hundred times its size.
constexpr std::size_t kMaxWarnings = 100;

std::string_view method_of(std::string_view key) {
  for (const auto& [word, method] : kMethods) {
    if (word == key) return method;
  }
  return {};
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

// What the tables of a catalog take for one name.
bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_of(" ,;") == std::string_view::npos;
}

void sort_names(std::optional<std::vector<std::string>>& names) {
  if (!names) return;
  std::sort(names->begin(), names->end());
  names->erase(std::unique(names->begin(), names->end()), names->end());
}

}  // namespace

bool ApiReader::is_inside(std::size_t depth, std::initializer_list<std::string_view> keys) const {
  if (frames_.size() != depth) return false;
  std::size_t level = 0;
  for (const std::string_view key : keys) {
    const Frame& frame = frames_[level++];
    if (!frame.is_object || (!key.empty() && frame.key != key)) return false;
  }
  return true;
}

// Whether the object whose keys are read now is a call.
bool ApiReader::is_call() const {
  return frames_.size() == 4 && frames_[3].is_object && in_call_;
}

bool ApiReader::is_scope_list_key() const {
  return in_call_ && frames_.size() == 5 && frames_[4].is_object && frames_[3].key == kExtensions &&
         (frames_[4].key == kGranular || frames_[4].key == kClassic);
}

bool ApiReader::is_in_scope_list() const {
  return in_call_ && frames_.size() == 6 && !frames_[5].is_object && frames_[4].is_object &&
         frames_[3].key == kExtensions &&
         (frames_[4].key == kGranular || frames_[4].key == kClassic);
}

std::optional<std::vector<std::string>>* ApiReader::scope_list() {
  return frames_[4].key == kGranular ? &call_.granular : &call_.classic;
}

Span ApiReader::string_at(std::size_t end) const {
  // The opening quote is the last one before the closing one that no odd number of backslashes
  // escapes.
  if (end < 2) return {};
  const std::string& text = file_.text;
  for (std::size_t at = end - 1; at-- > 0;) {
    if (text[at] != '"') continue;
    std::size_t escapes = 0;
    while (escapes < at && text[at - escapes - 1] == '\\') ++escapes;
    if (escapes % 2 == 0) return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }
  return {};
}

void ApiReader::warn(Span place, std::string message) {
  if (++warnings_ <= kMaxWarnings) {
    sink_.add(finding(catalog_update_codes::kValue, place, std::move(message)));
  }
}

void ApiReader::report_shape(std::string_view what, Span place) {
  // One is enough to know that it is none.
  if (!is_broken_) sink_.add(finding(catalog_update_codes::kDocument, place, std::string(what)));
  is_broken_ = true;
}

bool ApiReader::open(bool is_object, std::size_t end) {
  const auto at = static_cast<std::uint32_t>(end - 1);
  if (frames_.size() >= kMaxDepth) {
    sink_.add(finding(catalog_update_codes::kDocument, {at, at + 1},
                      "the document is nested deeper than " + std::to_string(kMaxDepth) +
                          " levels, which no document of Zoom's is"));
    return false;
  }
  if (is_inside(1, {"paths"})) {
    has_paths_ = is_object;
    if (!is_object) report_shape("`paths` must be an object", {at, at + 1});
  }
  if (is_inside(3, {"paths", "", ""}) && is_object && !method_of(frames_[2].key).empty()) {
    begin_call();
  }
  if (is_scope_list_key()) {
    if (is_object) {
      report_shape("`" + frames_[4].key + "` must be a list of scopes", {at, at + 1});
    } else {
      scope_list()->emplace();
    }
  }
  frames_.push_back({is_object, {}});
  return true;
}

void ApiReader::close() {
  if (is_call()) end_call();
  frames_.pop_back();
}

void ApiReader::key(std::string_view name, std::size_t end) {
  // What is further down is not looked at.
  if (frames_.size() > kKeys) return;
  frames_.back().key = name;
  if (is_inside(2, {"paths", ""})) path_place_ = string_at(end);
}

void ApiReader::text(std::string_view value, std::size_t end) {
  if (is_in_scope_list()) {
    keep_scope(value, string_at(end));
  } else if (is_scope_list_key()) {
    report_shape("`" + frames_[4].key + "` must be a list of scopes", string_at(end));
  } else if (is_call()) {
    keep_text(value, string_at(end));
  } else if (is_inside(2, {"info", "title"})) {
    document_.title = clean(value);
  } else if (is_inside(1, {"paths"})) {
    report_shape("`paths` must be an object", string_at(end));
  }
}

void ApiReader::other(bool is_null, std::size_t end) {
  const auto at = static_cast<std::uint32_t>(end > 0 ? end - 1 : 0);
  if (is_inside(1, {"paths"}) && !is_null) {
    report_shape("`paths` must be an object", {at, at + 1});
  } else if ((is_scope_list_key() && !is_null) || is_in_scope_list()) {
    report_shape("`" + frames_[4].key + "` must be a list of scopes", {at, at + 1});
  }
}

void ApiReader::begin_call() {
  call_ = {};
  call_.method = method_of(frames_[2].key);
  call_.path = frames_[1].key;
  call_.place = path_place_;
  description_.clear();
  in_call_ = true;
}

void ApiReader::keep_text(std::string_view value, Span place) {
  const std::string& key = frames_[3].key;
  if (key == "operationId") {
    call_.id = clean_id(value, place);
  } else if (key == "summary") {
    call_.name = clean(value);
  } else if (key == "description") {
    description_ = value;
  }
}

std::string ApiReader::clean_id(std::string_view id, Span place) {
  std::string cleaned = clean(id);
  if (cleaned.empty() || is_name(cleaned)) return cleaned;
  warn(place, "the operation id " + in_backticks(id) +
                  " has a space, comma or semicolon: the call keeps the id that it has, if any");
  return {};
}

void ApiReader::keep_scope(std::string_view value, Span place) {
  // Some documents have several names in one string.
  std::string_view rest = value;
  while (true) {
    const auto comma = rest.find(',');
    const std::string name = clean(rest.substr(0, comma));
    if (is_name(name)) {
      (*scope_list())->push_back(name);
    } else if (!name.empty()) {
      warn(place,
           "the scope " + in_backticks(name) + " has a space or a semicolon: it is left out");
    }
    if (comma == std::string_view::npos) return;
    rest.remove_prefix(comma + 1);
  }
}

void ApiReader::end_call() {
  in_call_ = false;
  if (call_.path.empty() || call_.path.front() != '/' || !is_name(clean(call_.path)) ||
      clean(call_.path) != call_.path) {
    warn(call_.place, "the path " + in_backticks(call_.path) +
                          " does not begin with `/`, or has a space, comma or semicolon: its calls "
                          "are left out");
    return;
  }
  auto described = described_scopes(description_);
  if (!call_.granular) call_.granular = std::move(described.granular);
  if (!call_.classic) call_.classic = std::move(described.classic);
  sort_names(call_.granular);
  sort_names(call_.classic);
  document_.calls.push_back(std::move(call_));
}

}  // namespace zoomc::catalog_update
