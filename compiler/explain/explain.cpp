#include "explain/explain.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/call_errors.h"
#include "explain/page_text.h"
#include "explain/relations.h"
#include "text/ascii.h"
#include "text/nearest.h"

namespace zoomc::explain {
namespace {

// Nobody asks a longer question; longer text is a log.
constexpr std::size_t kMaxTopic = 65'536;

using Texts = std::vector<std::string>;

// "error[unknown-scope]: ..." and "policy-violation/no-deletes" ask about their ids.
std::string_view finding_id(std::string_view topic) {
  const auto open = topic.find('[');
  const auto close = topic.find("]:");
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    const auto severity = topic.substr(0, open);
    if (severity == "error" || severity == "warning" || severity == "note") {
      topic = topic.substr(open + 1, close - open - 1);
    }
  }
  return topic.substr(0, topic.find('/'));
}

void add_finding(const ExplainContext& context, std::string_view topic, Texts& out) {
  const std::string_view id = finding_id(topic);
  for (const FindingKind& kind : context.findings) {
    if (!same_folded(kind.id, id)) continue;
    out.push_back(page_text(kind));
    // Phases that report the same finding share one page.
    return;
  }
}

void add_scopes(const catalog::Catalog& catalog, std::string_view topic, Texts& out) {
  const std::string name = lowered(topic);
  const auto scopes = scopes_named(catalog, name);
  for (const catalog::ScopeId id : scopes) out.push_back(answer_scope(catalog, id).text());
  if (scopes.empty() && !features_named_by_guide(catalog, name).empty()) {
    out.push_back(answer_guide_name(catalog, name).text());
  }
}

// People say "phone recordings" or "phone/recordings" for `phone.recordings`.
std::string feature_name(std::string_view topic) {
  std::string name = lowered(topic);
  const auto part = name.find_first_of(" /");
  if (part != std::string::npos && part > 0) name[part] = '.';
  return name;
}

void add_features(const catalog::Catalog& catalog, std::string_view topic, Texts& out) {
  const std::string name = feature_name(topic);
  if (const auto id = catalog::find_feature(catalog, name)) {
    out.push_back(answer_feature(catalog, *id).text());
  }
  if (const catalog::Composite* composite = catalog::find_composite(catalog, name)) {
    out.push_back(answer_composite(catalog, *composite).text());
  }
  const bool is_group = std::ranges::any_of(catalog.features, [&](const catalog::Feature& feature) {
    return feature.group() == name && !feature.action().empty();
  });
  if (is_group) out.push_back(answer_feature_group(catalog, name).text());
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

// The operations that people may mean by a call that they write or paste: "get /users", "/users"
// (with any method), "GET https://api.zoom.us/v2/users", or an id in any case.
std::vector<catalog::OperationId> operations_meant(const catalog::Catalog& catalog,
                                                   std::string_view topic) {
  const auto path = topic.find('/');
  std::vector<catalog::OperationId> found;
  if (path == std::string_view::npos) {
    for (std::size_t i = 0; i < catalog.operations.size(); ++i) {
      if (!same_folded(catalog.operations[i].id, topic)) continue;
      found.push_back(static_cast<catalog::OperationId>(i));
    }
    return found;
  }
  constexpr std::string_view kServer = "https://api.zoom.us/v2";
  std::string call = upper(std::string(topic.substr(0, topic.find(' '))));
  const bool has_method = call.find('/') == std::string::npos;
  std::string_view target = has_method ? topic.substr(call.size() + 1) : topic;
  if (target.starts_with(kServer)) target.remove_prefix(kServer.size());
  if (has_method) return catalog::find_operations(catalog, fmt::format("{} {}", call, target));
  for (const std::string_view method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
    const auto ids = catalog::find_operations(catalog, fmt::format("{} {}", method, target));
    found.insert(found.end(), ids.begin(), ids.end());
  }
  return found;
}

void add_platforms(const catalog::Catalog& catalog, std::string_view topic, Texts& out) {
  for (const catalog::Platform& platform : catalog.platforms) {
    if (same_folded(platform.id, topic)) out.push_back(answer_platform(catalog, platform).text());
    for (const catalog::Region& region : platform.regions) {
      if (same_folded(region.id, topic) || same_folded(region.redirect_url, topic)) {
        out.push_back(answer_region(platform, region).text());
      }
    }
  }
}

// Answers about everything with that name.
Texts answers_by_name(const ExplainContext& context, std::string_view topic) {
  const catalog::Catalog& catalog = context.catalog;
  Texts out;
  add_finding(context, topic, out);
  add_scopes(catalog, topic, out);
  add_features(catalog, topic, out);
  for (const catalog::OperationId id : operations_meant(catalog, topic)) {
    out.push_back(answer_operation(catalog, id).text());
  }
  if (const auto event = catalog::find_event(catalog, lowered(topic))) {
    out.push_back(answer_event(catalog, *event).text());
  }
  add_platforms(catalog, topic, out);
  return out;
}

Texts answers_by_code(const catalog::Catalog& catalog, std::string_view topic) {
  Texts out;
  for (const catalog::ErrorText* error : errors_of_code(catalog, topic)) {
    out.push_back(answer_error(catalog, {.error = error}, false).text());
  }
  return out;
}

Texts answers_by_text(const catalog::Catalog& catalog, const std::vector<ErrorMatch>& matches) {
  Texts out;
  for (const ErrorMatch& match : matches) {
    const bool pasted = matches.size() == 1 && !match.before.empty();
    out.push_back(answer_error(catalog, match, pasted).text());
  }
  return out;
}

// The places of the error texts in the topic.
std::vector<TopicSpan> spans_of(std::string_view topic, const std::vector<ErrorMatch>& matches) {
  std::vector<TopicSpan> spans;
  const auto offset = [&](const char* at) { return static_cast<std::size_t>(at - topic.data()); };
  for (const ErrorMatch& match : matches) {
    for (std::size_t i = 0; i < match.before.size(); ++i) {
      const std::string_view before = match.before[i];
      spans.push_back({offset(before.data() + before.size()), offset(match.behind[i].data())});
    }
  }
  return spans;
}

// Zoom's own texts come after what is known of their causes. What only shares its code with the
// topic counts where no text is known.
Texts answers_by_error(const catalog::Catalog& catalog, std::string_view topic) {
  const auto matches = match_errors(catalog, topic);
  const CallErrorAnswers calls = find_call_errors(catalog, topic, spans_of(topic, matches));
  Texts out = answers_by_text(catalog, matches);
  const bool is_text_known = !out.empty() || calls.match == CallErrorMatch::text;
  if (!is_text_known) out = answers_by_code(catalog, topic);
  if (is_text_known && calls.match != CallErrorMatch::text) return out;
  for (const Answer& answer : calls.answers) out.push_back(answer.text());
  return out;
}

Texts answers_by_symptom(const catalog::Catalog& catalog, std::string_view topic) {
  Texts out;
  for (const catalog::Symptom* symptom : match_symptoms(catalog, topic)) {
    out.push_back(answer_symptom(catalog, *symptom).text());
  }
  return out;
}

// A text is more precise than its code, and a name or a text more than words that may be about many
// things.
Texts answers(const ExplainContext& context, std::string_view text) {
  const std::string_view topic = trimmed_topic(text.substr(0, kMaxTopic));
  if (topic.empty()) return {};
  Texts out = answers_by_name(context, topic);
  if (out.empty()) out = answers_by_error(context.catalog, topic);
  if (out.empty()) out = answers_by_symptom(context.catalog, topic);
  return out;
}

// A longer topic is a text, not a misspelt name.
constexpr std::size_t kMaxLength = 200;
constexpr std::size_t kMaxSuggestions = 5;
// A shorter piece of a name could be part of anything.
constexpr std::size_t kMinPiece = 4;

struct Suggestion {
  std::size_t distance;
  std::string_view kind;
  std::string name;
};

class Suggestions {
 public:
  Suggestions(std::string_view topic, const catalog::Catalog& catalog)
      : topic_(topic),
        folded_(lowered(topic)),
        knows_product_(std::any_of(catalog.scopes.begin(), catalog.scopes.end(),
                                   [&](const catalog::Scope& scope) {
                                     return product_of(scope.name) == product_of(topic);
                                   })) {}

  void consider(std::string_view kind, std::string name) {
    const std::size_t longest = std::max(topic_.size(), name.size());
    const std::size_t limit = std::max<std::size_t>(1, longest / 3);
    const std::size_t distance = edit_distance(topic_, name, limit);
    const bool is_near = distance <= limit && distance < longest;
    const bool has_piece =
        topic_.size() >= kMinPiece && lowered(name).find(folded_) != std::string::npos;
    // Names that contain the whole topic come after those that are a letter or two away.
    if (is_near) {
      found_.push_back({distance, kind, std::move(name)});
    } else if (has_piece) {
      found_.push_back({kMaxLength, kind, std::move(name)});
    }
  }

  // A similar scope of another product allows something else entirely; one with the same words may
  // be what was meant.
  void consider_scope(std::string name) {
    const bool is_scope = topic_.find(':') != std::string_view::npos;
    if (is_scope && product_of(name) != product_of(topic_) && knows_product_) {
      if (has_all_words(name, topic_)) found_.push_back({kMaxLength, "scope", std::move(name)});
      return;
    }
    consider("scope", std::move(name));
  }

  std::vector<std::string> take() {
    std::ranges::stable_sort(found_, {}, &Suggestion::distance);
    std::vector<std::string> out;
    for (const Suggestion& one : found_) {
      const bool as_good = one.distance == found_.front().distance || one.distance == kMaxLength;
      if (out.size() == kMaxSuggestions) break;
      if (as_good) out.push_back(fmt::format("{:11}{}", one.kind, one.name));
    }
    return out;
  }

 private:
  std::string_view topic_;
  std::string folded_;
  // True if the topic begins like one of Zoom's scopes.
  bool knows_product_;
  std::vector<Suggestion> found_;
};

void consider_catalog(const catalog::Catalog& catalog, std::string_view topic, Suggestions& found) {
  for (const catalog::Feature& feature : catalog.features) {
    found.consider("feature", std::string(feature.name));
  }
  for (const catalog::Composite& composite : catalog.composites) {
    found.consider("feature", std::string(composite.name));
  }
  for (const catalog::Scope& scope : catalog.scopes) found.consider_scope(std::string(scope.name));
  const bool is_call = topic.find('/') != std::string_view::npos;
  for (const catalog::Operation& operation : catalog.operations) {
    found.consider("operation",
                   is_call ? catalog::display_name(operation) : std::string(operation.id));
  }
  for (const catalog::Event& event : catalog.events)
    found.consider("event", std::string(event.name));
  for (const catalog::Platform& platform : catalog.platforms) {
    found.consider("platform", std::string(platform.id));
    for (const catalog::Region& region : platform.regions) {
      found.consider("region", std::string(region.redirect_url));
    }
  }
  for (const catalog::ErrorText& error : catalog.errors) {
    for (const std::string_view text : error.texts) found.consider("error", std::string(text));
  }
  for (const catalog::Symptom& symptom : catalog.symptoms) {
    found.consider("symptom", std::string(symptom.name));
  }
}

}  // namespace

std::optional<std::string> explain(const ExplainContext& context, std::string_view topic) {
  const Texts texts = answers(context, topic);
  if (texts.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(texts, "\n"));
}

std::vector<std::string> topics_of(const ExplainContext& context,
                                   const std::vector<std::string>& words) {
  if (words.size() == 1) return words;
  const auto is_known = [&](const std::string& word) { return explain(context, word).has_value(); };
  const auto known = std::count_if(words.begin(), words.end(), is_known);
  if (known == static_cast<std::ptrdiff_t>(words.size())) return words;
  const std::string all = fmt::format("{}", fmt::join(words, " "));
  if (known == 0 || is_known(all)) return {all};
  return words;
}

std::vector<std::string> suggest_topics(const ExplainContext& context, std::string_view text) {
  const std::string_view topic = trimmed_topic(text);
  if (topic.empty() || topic.size() > kMaxLength) return {};
  Suggestions found(topic, context.catalog);
  std::string_view last;
  for (const FindingKind& kind : context.findings) {
    if (kind.id != last) found.consider("rule", std::string(kind.id));
    last = kind.id;
  }
  consider_catalog(context.catalog, topic, found);
  return found.take();
}

}  // namespace zoomc::explain
