#include <algorithm>
#include <array>
#include <utility>

#include "catalog/lookup.h"
#include "explain/explain.h"
#include "explain/words.h"
#include "text/ascii.h"
#include "text/nearest.h"

namespace zoomc {
namespace {

// A longer topic is a text and no misspelt name.
constexpr std::size_t kMaxLength = 200;
constexpr std::size_t kMaxSuggestions = 5;
// A piece of a name must have this many letters to tell anything.
constexpr std::size_t kMinPiece = 4;

struct Suggestion {
  std::size_t distance;
  std::string_view kind;
  std::string name;
};

class Suggestions {
 public:
  Suggestions(std::string_view topic, const Catalog& catalog)
      : topic_(topic),
        folded_(lowered(topic)),
        knows_product_(std::any_of(
            catalog.scopes.begin(), catalog.scopes.end(),
            [&](const Scope& scope) { return product_of(scope.name) == product_of(topic); })) {}

  void consider(std::string_view kind, std::string name) {
    const std::size_t longest = std::max(topic_.size(), name.size());
    const std::size_t limit = std::max<std::size_t>(1, longest / 3);
    const std::size_t distance = edit_distance(topic_, name, limit);
    const bool is_near = distance <= limit && distance < longest;
    const bool has_piece =
        topic_.size() >= kMinPiece && lowered(name).find(folded_) != std::string::npos;
    // What holds the topic whole comes behind what is a letter or two away.
    if (is_near) {
      found_.push_back({distance, kind, std::move(name)});
    } else if (has_piece) {
      found_.push_back({kMaxLength, kind, std::move(name)});
    }
  }

  // A scope that looks alike and is of another product allows something else altogether; one of the
  // same words may be what is meant.
  void consider_scope(std::string name) {
    const bool is_scope = topic_.find(':') != std::string_view::npos;
    if (is_scope && product_of(name) != product_of(topic_) && knows_product_) {
      if (has_all_words(name, topic_)) found_.push_back({kMaxLength, "scope", std::move(name)});
      return;
    }
    consider("scope", std::move(name));
  }

  std::vector<std::string> take() {
    std::stable_sort(found_.begin(), found_.end(), [](const Suggestion& a, const Suggestion& b) {
      return a.distance < b.distance;
    });
    std::vector<std::string> out;
    for (const Suggestion& one : found_) {
      const bool as_good = one.distance == found_.front().distance || one.distance == kMaxLength;
      if (out.size() == kMaxSuggestions) break;
      if (as_good) out.push_back(line(one));
    }
    return out;
  }

 private:
  static std::string line(const Suggestion& one) {
    constexpr std::size_t kKindWidth = 11;
    std::string text(one.kind);
    text.append(kKindWidth - one.kind.size(), ' ');
    return text + one.name;
  }

  std::string_view topic_;
  std::string folded_;
  // Whether the topic begins like one of Zoom's scopes.
  bool knows_product_;
  std::vector<Suggestion> found_;
};

void consider_catalog(const Catalog& catalog, std::string_view topic, Suggestions& found) {
  for (const Feature& feature : catalog.features) {
    found.consider("feature", std::string(feature.name));
  }
  for (const Composite& composite : catalog.composites) {
    found.consider("feature", std::string(composite.name));
  }
  for (const Scope& scope : catalog.scopes) found.consider_scope(std::string(scope.name));
  const bool is_call = topic.find('/') != std::string_view::npos;
  for (const Operation& operation : catalog.operations) {
    found.consider("operation", is_call ? display_name(operation) : std::string(operation.id));
  }
  for (const Event& event : catalog.events) found.consider("event", std::string(event.name));
  for (const Platform& platform : catalog.platforms) {
    found.consider("platform", std::string(platform.id));
    for (const Region& region : platform.regions) {
      found.consider("region", std::string(region.redirect_url));
    }
  }
  for (const ErrorText& error : catalog.errors) {
    for (const std::string_view text : error.texts) found.consider("error", std::string(text));
  }
  for (const Symptom& symptom : catalog.symptoms) {
    found.consider("symptom", std::string(symptom.name));
  }
}

}  // namespace

std::vector<std::string> suggest_topics(const Knowledge& knowledge, std::string_view text) {
  const std::string_view topic = trimmed_topic(text);
  if (topic.empty() || topic.size() > kMaxLength) return {};
  Suggestions found(topic, knowledge.catalog);
  std::string_view last;
  for (const FindingKind& kind : knowledge.findings) {
    if (kind.id != last) found.consider("rule", std::string(kind.id));
    last = kind.id;
  }
  consider_catalog(knowledge.catalog, topic, found);
  return found.take();
}

}  // namespace zoomc
