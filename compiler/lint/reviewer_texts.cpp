#include "lint/reviewer_texts.h"

#include <algorithm>
#include <set>

#include "catalog/lookup.h"
#include "lint/level.h"
#include "lint/placeholder.h"
#include "lint/text_words.h"
#include "lint/url.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::lint {
namespace {

// Each search for a suggestion compares the key with every name of the app.
constexpr std::size_t kMaxSuggestions = 100;

// The kind of name that a key seems to be, by its form and the catalog.
enum class Form : std::uint8_t { feature, composite, operation, event, scope, unknown };

Form form_of(const catalog::Catalog& catalog, std::string_view key) {
  if (catalog::find_feature(catalog, key)) return Form::feature;
  if (catalog::find_composite(catalog, key) != nullptr) return Form::composite;
  if (catalog::find_event(catalog, key)) return Form::event;
  if (key.find(' ') != std::string_view::npos) return Form::operation;
  if (key.find(':') != std::string_view::npos) return Form::scope;
  for (const catalog::ScopeModel model :
       {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
    if (catalog::find_scope(catalog, key, model)) return Form::scope;
  }
  return catalog::find_operations(catalog, key).empty() ? Form::unknown : Form::operation;
}

class Orphans {
 public:
  Orphans(const resolve::CompiledApp& cx, const std::vector<ReviewerText>& entries)
      : cx_(cx), entries_(entries) {}

  std::vector<OrphanText> find() {
    std::vector<OrphanText> orphans;
    std::size_t suggestions = 0;
    for (const ReviewerText& text : entries_) {
      if (text.meaning.kind != resolve::KeyKind::nothing) continue;
      const std::string& key = text.entry->key;
      const Form form = form_of(cx_.catalog, key);
      if (is_excused(form, key)) continue;
      OrphanText orphan{
          .entry = text.entry, .known_as = known_as(form, key), .lacking = lacking_members(key)};
      // A name of the catalog is not misspelt, but a scope may still be one of the other level.
      const bool may_be_misspelt = orphan.known_as.empty() || form == Form::scope;
      if (may_be_misspelt && suggestions++ < kMaxSuggestions) orphan.meant = nearest_key(key);
      orphans.push_back(std::move(orphan));
    }
    return orphans;
  }

 private:
  // The key may name something in the file that an earlier phase could not read.
  bool is_excused(Form form, const std::string& key) {
    const auto unread = [&](std::string_view path) { return cx_.app.find_unread(path) != nullptr; };
    switch (form) {
      case Form::feature:
      case Form::composite: return unread("features") || !unknown_words().features.empty();
      case Form::event: return unread("events") || is_misspelt_elsewhere(key);
      case Form::operation: return !is_whole();
      case Form::scope: return !is_whole() || is_misspelt_elsewhere(key);
      case Form::unknown:
        return unread("events") || unknown_words().features.count(key) != 0 ||
               unknown_words().operations.count(key) != 0;
    }
    return false;
  }

  // The operations and scopes of the app follow from everything else in it.
  bool is_whole() {
    if (!whole_) whole_ = is_understood(cx_) && is_level_known(cx_);
    return *whole_;
  }

  // Names that the file asks for and the catalog does not know: other rules report them.
  struct UnknownWords {
    std::set<std::string, std::less<>> features;
    std::set<std::string, std::less<>> operations;
    // Events and extra scopes.
    std::vector<std::string_view> requests;
  };

  const UnknownWords& unknown_words() {
    if (unknown_) return *unknown_;
    unknown_.emplace();
    for (const model::FeatureWord& word : cx_.app.features) {
      const std::string name = word.name();
      if (catalog::find_feature(cx_.catalog, name) ||
          catalog::find_composite(cx_.catalog, name) != nullptr)
        continue;
      unknown_->features.insert(name);
    }
    for (const Text& operation : cx_.app.operations) {
      const bool known = catalog::find_operations(cx_.catalog, operation.value).size() == 1;
      if (!known) unknown_->operations.insert(operation.value);
    }
    for (const resolve::Request& request : cx_.resolved.requests) {
      const bool is_event = request.kind == resolve::RequestKind::event && !request.row;
      const bool is_scope = request.kind == resolve::RequestKind::extra_scope &&
                            !catalog::find_scope(cx_.catalog, request.key, cx_.resolved.model);
      if (is_event || is_scope) unknown_->requests.push_back(request.key);
    }
    return *unknown_;
  }

  // True if the key is right and the file misspells the name elsewhere.
  bool is_misspelt_elsewhere(const std::string& key) {
    const bool known = catalog::find_event(cx_.catalog, key) ||
                       catalog::find_scope(cx_.catalog, key, cx_.resolved.model).has_value();
    if (!known || unknown_words().requests.empty() || searches_++ >= kMaxSuggestions) return false;
    return nearest(key, unknown_words().requests).has_value();
  }

  std::string known_as(Form form, std::string_view key) const {
    switch (form) {
      case Form::feature: return "a feature";
      case Form::composite: return "a word for several features";
      case Form::event: return "an event";
      case Form::operation:
        return catalog::find_operations(cx_.catalog, key).empty() ? "" : "an operation";
      case Form::scope:
        return catalog::find_scope(cx_.catalog, key, cx_.resolved.model) ? "a scope" : "";
      case Form::unknown: break;
    }
    return {};
  }

  std::vector<std::string> lacking_members(std::string_view key) const {
    std::vector<std::string> names;
    const catalog::Composite* composite = catalog::find_composite(cx_.catalog, key);
    if (composite == nullptr) return names;
    for (const catalog::FeatureId member : composite->members) {
      const std::string_view name = cx_.catalog.features[member].name;
      if (!resolve::find_request(cx_.resolved, resolve::RequestKind::feature, name))
        names.emplace_back(name);
    }
    // If the app has no member of a composite, then the composite itself is missing, not some
    // members.
    if (names.size() == composite->members.size()) names.clear();
    return names;
  }

  std::optional<std::string> nearest_key(std::string_view key) {
    if (!has_candidates_) collect_candidates();
    const std::vector<std::string_view> names(candidates_.begin(), candidates_.end());
    const auto near = nearest(key, names);
    if (!near || has_control(*near)) return std::nullopt;
    std::string name(*near);
    // Two texts cannot both get the same key.
    candidates_.erase(name);
    return name;
  }

  // True for a key that is written in several lines; it cannot be used to replace another.
  static bool has_control(std::string_view name) {
    return std::any_of(name.begin(), name.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  }

  // Collects every key that means something here and has no text yet, sorted.
  void collect_candidates() {
    has_candidates_ = true;
    const resolve::ResolvedApp& resolved = cx_.resolved;
    for (const resolve::Request& request : resolved.requests) {
      candidates_.insert(request.key);
      if (!request.composite.empty()) candidates_.emplace(request.composite);
    }
    for (const resolve::Requirement& requirement : resolved.requirements) {
      if (requirement.kind == resolve::RequirementKind::operation) {
        candidates_.insert(catalog::display_name(cx_.catalog.operations[requirement.row]));
      }
    }
    for (const resolve::ResolvedScope& scope : resolved.scopes) candidates_.emplace(scope.name);
    for (const ReviewerText& text : entries_) {
      candidates_.erase(text.entry->key);
      const auto& operation = text.meaning.operation;
      if (operation) candidates_.erase(catalog::display_name(cx_.catalog.operations[*operation]));
    }
  }

  const resolve::CompiledApp& cx_;
  const std::vector<ReviewerText>& entries_;
  std::optional<bool> whole_;
  std::optional<UnknownWords> unknown_;
  std::size_t searches_ = 0;
  std::set<std::string> candidates_;
  bool has_candidates_ = false;
};

// Thai is the first of the scripts that put no spaces between words.
constexpr char32_t kFirstWithoutSpaces = 0x0E00;

// The number of words that must say something.
constexpr std::size_t kEnough = 2;

// Removes the next piece between white space from the front of `text`; empty when none is left.
std::string_view take_chunk(std::string_view& text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_white_space(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && !is_white_space(text[end])) ++end;
  const std::string_view chunk = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return chunk;
}

// A chunk without the punctuation around it.
std::string_view core_of(std::string_view chunk) {
  WordScan words(chunk);
  const auto first = words.next();
  if (!first) return {};
  auto last = first;
  while (const auto word = words.next()) last = word;
  return chunk.substr(first->begin, last->end - first->begin);
}

// True for "meeting:read:summary:admin", "/users/{userId}" or the key that the text is for.
bool is_mere_name(std::string_view chunk, std::string_view key) {
  // Most chunks are plain words; this test is quick.
  const bool has_either =
      chunk.find(':') != std::string_view::npos || chunk.find(key) != std::string_view::npos;
  if (!has_either) return chunk.starts_with('/');
  const std::string_view core = core_of(chunk);
  return core == key || core.find(':') != std::string_view::npos || chunk.starts_with('/');
}

// True for a word of several characters in a script without spaces.
bool is_several_words(std::string_view word) {
  if (static_cast<unsigned char>(word.front()) < 0x80) return false;
  const auto first = decode_utf8(word, 0);
  return first && first->value >= kFirstWithoutSpaces && first->bytes < word.size();
}

bool stops(const catalog::Catalog& catalog, const std::string& folded) {
  if (catalog::has_word(catalog, catalog::WordList::stop, folded)) return true;
  const std::string_view shorter = stem(folded);
  return shorter.size() < folded.size() &&
         catalog::has_word(catalog, catalog::WordList::stop, shorter);
}

bool has_words_to_come(const catalog::Catalog& catalog, std::string_view text) {
  const auto placeholders = find_placeholders(catalog, text);
  return std::any_of(placeholders.begin(), placeholders.end(),
                     [](const Placeholder& one) { return one.kind == PlaceholderKind::word; });
}

}  // namespace

Severity review_severity(const model::App& app) {
  return app.stage_or_default() == model::Stage::published ? Severity::warning : Severity::note;
}

ReviewerTexts read_reviewer_texts(const resolve::CompiledApp& cx) {
  const auto read = [&cx](const std::vector<model::KeyedText>& entries) {
    std::vector<ReviewerText> texts;
    texts.reserve(entries.size());
    for (const model::KeyedText& entry : entries) {
      texts.push_back({&entry, resolve::find_key(cx.resolved, entry.key)});
    }
    return texts;
  };
  return {read(cx.app.justify), read(cx.app.test_plan)};
}

std::vector<OrphanText> find_orphans(const resolve::CompiledApp& cx,
                                     const std::vector<ReviewerText>& texts) {
  return Orphans(cx, texts).find();
}

TellingWords find_telling_words(const catalog::Catalog& catalog, const model::KeyedText& entry) {
  TellingWords telling;
  std::string_view rest = entry.text.value;
  for (auto chunk = take_chunk(rest); !chunk.empty(); chunk = take_chunk(rest)) {
    if (is_mere_name(chunk, entry.key)) continue;
    WordScan words(chunk);
    while (const auto part = words.next()) {
      const std::string_view word = part->of(chunk);
      if (stops(catalog, folded_word(word))) continue;
      if (telling.count == 0) telling.first = word;
      telling.count += is_several_words(word) ? kEnough : 1;
      if (telling.count >= kEnough) return {kEnough, telling.first};
    }
  }
  return telling;
}

bool is_vague(const catalog::Catalog& catalog, const model::KeyedText& entry) {
  return find_telling_words(catalog, entry).count < kEnough &&
         !has_words_to_come(catalog, entry.text.value);
}

bool is_telling(const catalog::Catalog& catalog, const model::KeyedText& entry) {
  return find_telling_words(catalog, entry).count >= kEnough &&
         !has_words_to_come(catalog, entry.text.value);
}

std::string folded_text(std::string_view text) {
  std::string folded(text.size(), '\0');
  auto end = folded.begin();
  bool is_word_due = false;
  for (const char c : text) {
    if (is_white_space(c)) {
      is_word_due = end != folded.begin();
      continue;
    }
    if (is_word_due) *end++ = ' ';
    is_word_due = false;
    *end++ = lowered(c);
  }
  folded.erase(end, folded.end());
  while (folded.ends_with('.')) folded.pop_back();
  return folded;
}

}  // namespace zoomc::lint
