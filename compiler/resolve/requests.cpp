#include <algorithm>
#include <fmt/core.h>
#include <functional>
#include <numeric>
#include <string>
#include <utility>

#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "edit/scalar.h"
#include "resolve/keys.h"
#include "resolve/steps.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::resolve {
namespace {

using Numbers = std::vector<std::uint32_t>;

auto kind_and_key(const Request& request) {
  return std::pair<RequestKind, std::string_view>(request.kind, request.key);
}

// Sorted by kind and key; equal ones by their place.
Numbers sorted_by_key(const std::vector<Request>& requests) {
  Numbers numbers(requests.size());
  std::iota(numbers.begin(), numbers.end(), 0);
  std::ranges::sort(numbers, std::ranges::less(), [&](std::uint32_t number) {
    return std::pair(kind_and_key(requests[number]), number);
  });
  return numbers;
}

// A duplicate stays at its first place.
void sort_and_single(ResolvedApp& resolved) {
  std::vector<Request>& requests = resolved.requests;
  Numbers& order = resolved.requests_by_key;
  order = sorted_by_key(requests);
  std::vector<bool> again(requests.size());
  bool any = false;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (kind_and_key(requests[order[i]]) != kind_and_key(requests[order[i - 1]])) continue;
    again[order[i]] = any = true;
  }
  if (!any) return;
  std::vector<Request> single;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (!again[i]) single.push_back(std::move(requests[i]));
  }
  requests = std::move(single);
  order = sorted_by_key(requests);
}

// The number of words with which an app asks for something.
std::size_t words_in(const model::App& app) {
  std::size_t words = app.features.size() + app.operations.size() + app.extra_scopes.size();
  for (const model::Subscription& subscription : app.events) words += subscription.types.size();
  return words;
}

void add_feature(ResolvedApp& resolved, catalog::FeatureId row, std::string_view composite,
                 Span span, RequestKind kind = RequestKind::feature) {
  resolved.requests.push_back({.kind = kind,
                               .key = std::string(resolved.catalog->features[row].name),
                               .composite = composite,
                               .span = span,
                               .row = row});
}

// The words that may follow `group.` in the language, or all groups if there is no such group.
std::vector<std::string_view> known_words(const catalog::Catalog& catalog, std::string_view group) {
  std::vector<std::string_view> actions;
  std::vector<std::string_view> groups;
  const auto add = [&](std::string_view name) {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return;
    groups.push_back(name.substr(0, dot));
    if (groups.back() == group) actions.push_back(name.substr(dot + 1));
  };
  for (const catalog::Feature& feature : catalog.features) add(feature.name);
  for (const catalog::Composite& composite : catalog.composites) add(composite.name);
  auto& words = actions.empty() ? groups : actions;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool is_group(const catalog::Catalog& catalog, std::string_view group) {
  return std::any_of(catalog.features.begin(), catalog.features.end(),
                     [&](const catalog::Feature& feature) {
                       return feature.group() == group && !feature.action().empty();
                     });
}

Diagnostic unknown_feature(const catalog::Catalog& catalog, const model::FeatureWord& word) {
  const bool group_known = is_group(catalog, word.group.value);
  const Text& wrong = group_known ? word.action : word.group;
  const auto words = known_words(catalog, word.group.value);
  std::vector<std::string> choices;
  choices.reserve(words.size());
  for (const auto choice : words) choices.push_back(in_backticks(choice));
  Diagnostic found =
      finding(resolve_codes::kUnknownFeature, wrong.span,
              group_known ? fmt::format("unknown feature {}: {} has the actions {}",
                                        in_backticks(word.name()), in_backticks(word.group.value),
                                        join_words(choices))
                          : fmt::format("unknown feature group {}: the groups are {}",
                                        in_backticks(word.group.value), join_words(choices)));
  if (const auto near = nearest(wrong.value, words)) {
    found.fixes =
        edit::offer_word(wrong.span, wrong.value, in_backticks(*near), std::string(*near));
  }
  found.hints.push_back(
      "list calls and scopes that no feature covers under `operations` or `extra_scopes`");
  return found;
}

void add_features(ResolvedApp& resolved, Sink& sink) {
  const catalog::Catalog& catalog = *resolved.catalog;
  Span unknown_group;
  for (const model::FeatureWord& word : resolved.app->features) {
    const std::string name = word.name();
    if (const catalog::Composite* composite = catalog::find_composite(catalog, name)) {
      for (const catalog::FeatureId member : composite->members) {
        add_feature(resolved, member, composite->name, word.action.span);
      }
    } else if (const auto row = catalog::find_feature(catalog, name)) {
      add_feature(resolved, *row, {}, word.action.span);
    } else if (unknown_group.empty() || word.group.span != unknown_group) {
      // A misspelt group is one mistake, however many actions are below it.
      if (!is_group(catalog, word.group.value)) unknown_group = word.group.span;
      sink.add(unknown_feature(catalog, word));
    }
  }
}

// Each suggestion compares with every operation; a file full of mistakes gets no more suggestions
// than a person would read.
constexpr std::size_t kMaxSuggestions = 100;

// An operation as a list of either style can have it: in brackets `{userId}` needs quotes.
std::string as_yaml(const std::string& operation) {
  const bool has_braces = operation.find('{') != std::string::npos;
  return has_braces ? '"' + operation + '"' : operation;
}

class UnknownOperations {
 public:
  explicit UnknownOperations(const catalog::Catalog& catalog) : catalog_(catalog) {}

  Diagnostic report(const Text& written, const std::vector<catalog::OperationId>& meanings) {
    return meanings.empty() ? unknown(written) : ambiguous(written, meanings);
  }

 private:
  Diagnostic ambiguous(const Text& written,
                       const std::vector<catalog::OperationId>& meanings) const {
    std::vector<std::string> choices;
    choices.reserve(meanings.size());
    for (const catalog::OperationId row : meanings) {
      choices.push_back(in_backticks(catalog::display_name(catalog_.operations[row])));
    }
    return finding(resolve_codes::kUnknownOperation, written.span,
                   fmt::format("ambiguous operation {}: it means {}; write the method and path",
                               in_backticks(written.value), join_words(choices, "or")));
  }

  Diagnostic unknown(const Text& written) {
    Diagnostic found = finding(
        resolve_codes::kUnknownOperation, written.span,
        fmt::format(
            "unknown operation {}: the catalog has no call with that method and path, or that id",
            in_backticks(written.value)));
    if (const auto near = suggest(written.value)) {
      found.fixes =
          edit::offer_word(written.span, written.value, in_backticks(*near), as_yaml(*near));
    } else {
      found.hints.push_back("write it as `GET /users/{userId}/meetings` or by its operation id");
    }
    return found;
  }

  std::optional<std::string> suggest(std::string_view word) {
    if (suggested_++ >= kMaxSuggestions) return std::nullopt;
    if (names_.empty()) {
      for (const catalog::Operation& operation : catalog_.operations) {
        names_.push_back(catalog::display_name(operation));
        names_.emplace_back(operation.id);
      }
    }
    const std::vector<std::string_view> views(names_.begin(), names_.end());
    const auto near = nearest_of_product(word, views);
    return near ? std::optional(std::string(*near)) : std::nullopt;
  }

  const catalog::Catalog& catalog_;
  std::vector<std::string> names_;
  std::size_t suggested_ = 0;
};

void add_operations(ResolvedApp& resolved, Sink& sink) {
  const catalog::Catalog& catalog = *resolved.catalog;
  UnknownOperations unknown(catalog);
  for (const Text& written : resolved.app->operations) {
    const auto meanings = catalog::find_operations(catalog, written.value);
    if (meanings.size() != 1) {
      sink.add(unknown.report(written, meanings));
      continue;
    }
    resolved.requests.push_back({.kind = RequestKind::operation,
                                 .key = catalog::display_name(catalog.operations[meanings.front()]),
                                 .span = written.span,
                                 .row = meanings.front()});
  }
}

void add_events(ResolvedApp& resolved) {
  for (const model::Subscription& subscription : resolved.app->events) {
    for (const Text& type : subscription.types) {
      resolved.requests.push_back({.kind = RequestKind::event,
                                   .key = type.value,
                                   .span = type.span,
                                   .row = catalog::find_event(*resolved.catalog, type.value)});
    }
  }
}

}  // namespace

std::optional<std::uint32_t> find_request(const ResolvedApp& resolved, RequestKind kind,
                                          std::string_view key) {
  const std::pair wanted(kind, key);
  const auto request = [&](std::uint32_t number) {
    return kind_and_key(resolved.requests[number]);
  };
  const auto place =
      std::ranges::lower_bound(resolved.requests_by_key, wanted, std::ranges::less(), request);
  const bool found = place != resolved.requests_by_key.end() && request(*place) == wanted;
  return found ? std::optional(*place) : std::nullopt;
}

void resolve_requests(ResolvedApp& resolved, Sink& sink) {
  resolved.requests.reserve(words_in(*resolved.app) + 1);
  if (resolved.platform != nullptr && resolved.platform->sign_in) {
    add_feature(resolved, *resolved.platform->sign_in, {}, {}, RequestKind::sign_in);
  }
  add_features(resolved, sink);
  add_operations(resolved, sink);
  add_events(resolved);
  for (const Text& scope : resolved.app->extra_scopes) {
    resolved.requests.push_back(
        {.kind = RequestKind::extra_scope, .key = scope.value, .span = scope.span});
  }
  sort_and_single(resolved);
}

void resolve_optional(ResolvedApp& resolved, Sink& sink) {
  for (const Text& key : resolved.app->optional) {
    const KeyMeaning meaning = find_key(resolved, key.value);
    const bool is_sign_in = meaning.requests.size() == 1 &&
                            resolved.requests[meaning.requests[0]].kind == RequestKind::sign_in;
    if (is_sign_in) {
      sink.add(finding(resolve_codes::kOrphanOptional, key.span,
                       "sign-in cannot be optional: without it nobody can connect"));
    } else if (meaning.requests.empty()) {
      sink.add(
          finding(resolve_codes::kOrphanOptional, key.span,
                  fmt::format("`optional` names {}, which the app does not declare: it can contain "
                              "only declared features, operations, events and extra scopes",
                              in_backticks(key.value))));
    }
    for (const std::uint32_t request : meaning.requests) {
      resolved.requests[request].optional = !is_sign_in;
    }
  }
}

}  // namespace zoomc::resolve
