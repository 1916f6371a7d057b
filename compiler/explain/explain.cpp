#include "explain/explain.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/error_match.h"
#include "explain/page_text.h"
#include "explain/relations.h"
#include "explain/symptom_match.h"
#include "explain/words.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

// Nobody asks more at once; what follows is a log.
constexpr std::size_t kMaxTopic = 65'536;

using Texts = std::vector<std::string>;

// "error[unknown-scope]: ..." and "policy-violation/no-deletes" are about their ids.
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

void add_finding(const Knowledge& knowledge, std::string_view topic, Texts& out) {
  const std::string_view id = finding_id(topic);
  for (const FindingKind& kind : knowledge.findings) {
    if (!same_folded(kind.id, id)) continue;
    out.push_back(page_text(kind));
    // Phases that report the same have one page.
    return;
  }
}

void add_scopes(const Catalog& catalog, std::string_view topic, Texts& out) {
  const std::string name = lowered(topic);
  const auto scopes = scopes_named(catalog, name);
  for (const ScopeId id : scopes) out.push_back(answer_scope(catalog, id).text());
  if (scopes.empty() && !features_named_by_guide(catalog, name).empty()) {
    out.push_back(answer_guide_name(catalog, name).text());
  }
}

// "phone recordings" and "phone/recordings" are how people say `phone.recordings`.
std::string feature_name(std::string_view topic) {
  std::string name = lowered(topic);
  const auto part = name.find_first_of(" /");
  if (part != std::string::npos && part > 0) name[part] = '.';
  return name;
}

void add_features(const Catalog& catalog, std::string_view topic, Texts& out) {
  const std::string name = feature_name(topic);
  if (const auto id = find_feature(catalog, name)) {
    out.push_back(answer_feature(catalog, *id).text());
  }
  if (const Composite* composite = find_composite(catalog, name)) {
    out.push_back(answer_composite(catalog, *composite).text());
  }
  const bool is_group = std::any_of(
      catalog.features.begin(), catalog.features.end(),
      [&](const Feature& feature) { return feature.group() == name && !feature.action().empty(); });
  if (is_group) out.push_back(answer_feature_group(catalog, name).text());
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// The operations that a call means as people write or paste it: "get /users", "/users" (with any
// method), "GET https://api.zoom.us/v2/users", or an id in any case.
std::vector<OperationId> operations_meant(const Catalog& catalog, std::string_view topic) {
  const auto path = topic.find('/');
  std::vector<OperationId> found;
  if (path == std::string_view::npos) {
    for (std::size_t i = 0; i < catalog.operations.size(); ++i) {
      if (!same_folded(catalog.operations[i].id, topic)) continue;
      found.push_back(static_cast<OperationId>(i));
    }
    return found;
  }
  constexpr std::string_view kServer = "https://api.zoom.us/v2";
  std::string call = upper(topic.substr(0, topic.find(' ')));
  const bool has_method = call.find('/') == std::string::npos;
  std::string_view target = has_method ? topic.substr(call.size() + 1) : topic;
  if (target.starts_with(kServer)) target.remove_prefix(kServer.size());
  if (has_method) return find_operations(catalog, call + " " + std::string(target));
  for (const std::string_view method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
    const auto ids = find_operations(catalog, std::string(method) + " " + std::string(target));
    found.insert(found.end(), ids.begin(), ids.end());
  }
  return found;
}

void add_platforms(const Catalog& catalog, std::string_view topic, Texts& out) {
  for (const Platform& platform : catalog.platforms) {
    if (same_folded(platform.id, topic)) out.push_back(answer_platform(catalog, platform).text());
    for (const Region& region : platform.regions) {
      if (same_folded(region.id, topic) || same_folded(region.redirect_url, topic)) {
        out.push_back(answer_region(platform, region).text());
      }
    }
  }
}

// Everything that is called so.
Texts answers_by_name(const Knowledge& knowledge, std::string_view topic) {
  const Catalog& catalog = knowledge.catalog;
  Texts out;
  add_finding(knowledge, topic, out);
  add_scopes(catalog, topic, out);
  add_features(catalog, topic, out);
  for (const OperationId id : operations_meant(catalog, topic)) {
    out.push_back(answer_operation(catalog, id).text());
  }
  if (const auto event = find_event(catalog, lowered(topic))) {
    out.push_back(answer_event(catalog, *event).text());
  }
  add_platforms(catalog, topic, out);
  return out;
}

Texts answers_by_code(const Catalog& catalog, std::string_view topic) {
  Texts out;
  for (const ErrorText* error : errors_of_code(catalog, topic)) {
    out.push_back(answer_error(catalog, {.error = error}, false).text());
  }
  return out;
}

Texts answers_by_text(const Catalog& catalog, std::string_view topic) {
  Texts out;
  const auto matches = match_errors(catalog, topic);
  for (const ErrorMatch& match : matches) {
    const bool pasted = matches.size() == 1 && !match.before.empty();
    out.push_back(answer_error(catalog, match, pasted).text());
  }
  return out;
}

Texts answers_by_symptom(const Catalog& catalog, std::string_view topic) {
  Texts out;
  for (const Symptom* symptom : match_symptoms(catalog, topic)) {
    out.push_back(answer_symptom(catalog, *symptom).text());
  }
  return out;
}

// A text says more than its code, and a name or a text more than words that may be about many
// things.
Texts answers(const Knowledge& knowledge, std::string_view text) {
  const std::string_view topic = trimmed_topic(text.substr(0, kMaxTopic));
  if (topic.empty()) return {};
  Texts out = answers_by_name(knowledge, topic);
  if (out.empty()) out = answers_by_text(knowledge.catalog, topic);
  if (out.empty()) out = answers_by_code(knowledge.catalog, topic);
  if (out.empty()) out = answers_by_symptom(knowledge.catalog, topic);
  return out;
}

}  // namespace

std::optional<std::string> explain(const Knowledge& knowledge, std::string_view topic) {
  const Texts texts = answers(knowledge, topic);
  if (texts.empty()) return std::nullopt;
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += '\n';
    out += text;
  }
  return out;
}

std::vector<std::string> topics_of(const Knowledge& knowledge,
                                   const std::vector<std::string>& words) {
  const auto is_known = [&](const std::string& word) {
    return explain(knowledge, word).has_value();
  };
  const auto known = std::count_if(words.begin(), words.end(), is_known);
  if (known == static_cast<std::ptrdiff_t>(words.size())) return words;
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  if (known == 0 || is_known(all)) return {all};
  return words;
}

}  // namespace zoomc
