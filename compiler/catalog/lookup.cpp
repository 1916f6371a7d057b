#include "catalog/lookup.h"

#include <algorithm>

namespace zoomc::catalog {
namespace {

// The index of the first row that is not before `key`, if that row has `key`.
template <class Rows, class Key, class Before, class Same>
std::optional<std::uint16_t> find_sorted(const Rows& rows, const Key& key, Before before,
                                         Same same) {
  const auto found = std::lower_bound(rows.begin(), rows.end(), key, before);
  if (found == rows.end() || !same(*found, key)) return std::nullopt;
  return static_cast<std::uint16_t>(found - rows.begin());
}

template <class Rows>
std::optional<std::uint16_t> find_by_name(const Rows& rows, std::string_view name) {
  return find_sorted(
      rows, name, [](const auto& row, std::string_view key) { return row.name < key; },
      [](const auto& row, std::string_view key) { return row.name == key; });
}

std::string_view next_segment(std::string_view& path) {
  const auto slash = path.find('/');
  const auto segment = path.substr(0, slash);
  path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  return segment;
}

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

enum class MeMeans : bool { itself, user_id };

bool same_segment(std::string_view row, std::string_view written, MeMeans me) {
  if (row == written || (is_parameter(row) && is_parameter(written))) return true;
  return me == MeMeans::user_id && written == "me" && row == "{userId}";
}

bool same_path(std::string_view row, std::string_view written, MeMeans me) {
  if (std::count(row.begin(), row.end(), '/') != std::count(written.begin(), written.end(), '/')) {
    return false;
  }
  while (!row.empty() || !written.empty()) {
    if (!same_segment(next_segment(row), next_segment(written), me)) return false;
  }
  return true;
}

// The part that all paths that `written` may mean begin with: everything before its first parameter
// or `me`.
std::string_view common_beginning(std::string_view written) {
  std::string_view rest = written;
  while (!rest.empty()) {
    const std::size_t begin = written.size() - rest.size();
    const std::string_view segment = next_segment(rest);
    if (is_parameter(segment) || segment == "me") return written.substr(0, begin);
  }
  return written;
}

// The operations that match, among those whose path begins with `beginning`.
template <class Matches>
std::vector<OperationId> operations_where(const Catalog& catalog, std::string_view beginning,
                                          Matches matches) {
  const auto& rows = catalog.operations;
  auto row = std::lower_bound(
      rows.begin(), rows.end(), beginning,
      [](const Operation& operation, std::string_view path) { return operation.path < path; });
  std::vector<OperationId> found;
  for (; row != rows.end() && row->path.starts_with(beginning); ++row) {
    if (matches(*row)) found.push_back(static_cast<OperationId>(row - rows.begin()));
  }
  return found;
}

}  // namespace

std::optional<ScopeId> find_scope(const Catalog& catalog, std::string_view name, ScopeModel model) {
  const std::pair key(name, model);
  return find_sorted(
      catalog.scopes, key,
      [](const Scope& row, const auto& wanted) { return std::pair(row.name, row.model) < wanted; },
      [](const Scope& row, const auto& wanted) {
        return std::pair(row.name, row.model) == wanted;
      });
}

std::optional<EventId> find_event(const Catalog& catalog, std::string_view name) {
  return find_by_name(catalog.events, name);
}

std::optional<FeatureId> find_feature(const Catalog& catalog, std::string_view name) {
  return find_by_name(catalog.features, name);
}

std::vector<OperationId> calls_of(const Feature& feature) {
  std::vector<OperationId> calls(feature.operations.begin(), feature.operations.end());
  for (const OperationId call : feature.user_operations) {
    if (std::find(calls.begin(), calls.end(), call) == calls.end()) calls.push_back(call);
  }
  return calls;
}

const TestStep* find_test_step(const Feature& feature, OperationId operation) {
  const auto calls = calls_of(feature);
  const auto call = std::find(calls.begin(), calls.end(), operation);
  const auto place = static_cast<std::size_t>(call - calls.begin());
  if (place >= feature.test_steps.size()) return nullptr;
  const TestStep& step = feature.test_steps[place];
  return step.action.empty() ? nullptr : &step;
}

const Composite* find_composite(const Catalog& catalog, std::string_view name) {
  const auto row = find_by_name(catalog.composites, name);
  return row ? &catalog.composites[*row] : nullptr;
}

const Platform* find_platform(const Catalog& catalog, std::string_view id) {
  const auto row = find_sorted(
      catalog.platforms, id, [](const Platform& p, std::string_view key) { return p.id < key; },
      [](const Platform& p, std::string_view key) { return p.id == key; });
  return row ? &catalog.platforms[*row] : nullptr;
}

CatalogTable<Word> words_of(const Catalog& catalog, WordList list) {
  const auto& words = catalog.words;
  const auto before = [](const Word& word, WordList wanted) { return word.list < wanted; };
  const auto after = [](WordList wanted, const Word& word) { return wanted < word.list; };
  const auto first = std::lower_bound(words.begin(), words.end(), list, before);
  const auto last = std::upper_bound(first, words.end(), list, after);
  return words.part(static_cast<std::size_t>(first - words.begin()),
                    static_cast<std::size_t>(last - first));
}

bool has_word(const Catalog& catalog, WordList list, std::string_view word) {
  return find_sorted(
             catalog.words, word,
             [list](const Word& row, std::string_view wanted) {
               return row.list == list ? row.text < wanted : row.list < list;
             },
             [list](const Word& row, std::string_view wanted) {
               return row.list == list && row.text == wanted;
             })
      .has_value();
}

std::optional<OperationId> find_operation(const Catalog& catalog, std::string_view method,
                                          std::string_view path) {
  const std::pair key(path, method);
  return find_sorted(
      catalog.operations, key,
      [](const Operation& row, const auto& wanted) {
        return std::pair(row.path, row.method) < wanted;
      },
      [](const Operation& row, const auto& wanted) {
        return std::pair(row.path, row.method) == wanted;
      });
}

std::vector<OperationId> find_operations(const Catalog& catalog, std::string_view name) {
  const auto space = name.find(' ');
  if (space == std::string_view::npos) {
    if (name.empty()) return {};
    auto found =
        operations_where(catalog, "", [&](const Operation& row) { return row.id == name; });
    const auto is_master = [&](OperationId id) { return catalog.operations[id].is_master; };
    if (!std::all_of(found.begin(), found.end(), is_master)) std::erase_if(found, is_master);
    return found;
  }
  const auto method = name.substr(0, space);
  const auto path = name.substr(space + 1);
  if (const auto exact = find_operation(catalog, method, path)) return {*exact};
  for (const MeMeans me : {MeMeans::itself, MeMeans::user_id}) {
    auto found = operations_where(catalog, common_beginning(path), [&](const Operation& row) {
      return row.method == method && same_path(row.path, path, me);
    });
    if (!found.empty()) return found;
  }
  return {};
}

std::optional<Deprecation> find_deprecation(const Catalog& catalog, std::string_view what) {
  const auto& rows = catalog.deprecations;
  const auto row = find_sorted(
      rows, what, [](const auto& known, std::string_view key) { return known.what < key; },
      [](const auto& known, std::string_view key) { return known.what == key; });
  return row ? std::optional(rows[*row]) : std::nullopt;
}

CatalogTable<CallError> errors_of(const Catalog& catalog, OperationId operation) {
  const auto& rows = catalog.call_errors;
  const auto begin =
      std::lower_bound(rows.begin(), rows.end(), operation,
                       [](const CallError& error, OperationId id) { return error.operation < id; });
  const auto end = std::find_if(
      begin, rows.end(), [&](const CallError& error) { return error.operation != operation; });
  return rows.part(static_cast<std::size_t>(begin - rows.begin()),
                   static_cast<std::size_t>(end - begin));
}

bool is_allowed_by(const Catalog& catalog, OperationId operation, ScopeModel model,
                   std::span<const std::string_view> scopes) {
  const Operation call = catalog.operations[operation];
  const auto allows = [&](std::string_view name) {
    const auto ids = call.scopes(model);
    return std::any_of(ids.begin(), ids.end(),
                       [&](ScopeId id) { return catalog.scopes[id].name == name; });
  };
  return std::any_of(scopes.begin(), scopes.end(), [&](std::string_view name) {
    return allows(name) || std::any_of(catalog.implied_scopes.begin(), catalog.implied_scopes.end(),
                                       [&](const ImpliedScope& implied) {
                                         return !implied.is_setting && implied.because_of == name &&
                                                allows(implied.scope);
                                       });
  });
}

std::string display_name(const Operation& operation) {
  std::string name;
  name.reserve(operation.method.size() + 1 + operation.path.size());
  name += operation.method;
  name += ' ';
  name += operation.path;
  return name;
}

}  // namespace zoomc::catalog
