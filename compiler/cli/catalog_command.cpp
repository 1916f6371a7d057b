#include <algorithm>
#include <fmt/core.h>

#include "cli/command.h"
#include "cli/session.h"
#include "config/glob.h"
#include "explain/listing.h"
#include "explain/topics.h"
#include "json/writer.h"
#include "rules/registry.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

constexpr model::EnumWord<explain::ListKind> kKinds[] = {
    {"scopes", explain::ListKind::scopes},
    {"operations", explain::ListKind::operations},
    {"events", explain::ListKind::events},
    {"features", explain::ListKind::features},
    {"regions", explain::ListKind::regions},
    {"platforms", explain::ListKind::platforms},
    {"rules", explain::ListKind::rules},
    {"errors", explain::ListKind::errors},
    {"deprecations", explain::ListKind::deprecations},
    {"prerequisites", explain::ListKind::prerequisites},
};

enum class ListFormat { text, json };

constexpr model::EnumWord<ListFormat> kListFormats[] = {{"text", ListFormat::text},
                                                        {"json", ListFormat::json}};

enum class AccountKind { any, app, master };

constexpr model::EnumWord<AccountKind> kAccountKinds[] = {{"app", AccountKind::app},
                                                          {"master", AccountKind::master}};

struct CatalogOptions {
  explain::ListKind kind = explain::ListKind::scopes;
  std::string pattern;
  bool only_deprecated = false;
  AccountKind account = AccountKind::any;
  std::string permission;
  std::string needs;
  ListFormat format = ListFormat::text;
};

// True if a shown column matches: all of it if the pattern has a `*`, else any part.
bool matches(const explain::ListRow& row, const std::string& pattern) {
  const std::string wanted = lowered(pattern);
  const bool is_glob = wanted.find('*') != std::string::npos;
  return std::any_of(row.begin(), row.end(), [&](const explain::ListCell& cell) {
    if (!cell.is_shown()) return false;
    const std::string text = lowered(explain::cell_text(cell));
    return is_glob ? config::matches_pattern(wanted, text) : text.find(wanted) != std::string::npos;
  });
}

// A filter by what only some kinds have.
struct ListFilter {
  std::string_view option;
  std::string_view key;
  std::string_view value;
  bool wants_it = true;
  bool is_for_events = false;

  bool is_for(explain::ListKind kind) const {
    return kind == explain::ListKind::operations ||
           (is_for_events && kind == explain::ListKind::events);
  }
};

std::vector<ListFilter> filters_of(const CatalogOptions& options) {
  std::vector<ListFilter> filters;
  if (options.only_deprecated) {
    filters.push_back({.option = "--deprecated",
                       .key = "marks",
                       .value = explain::kDeprecatedMark,
                       .is_for_events = true});
  }
  if (options.account != AccountKind::any) {
    filters.push_back(
        {"--account", "marks", explain::kMasterMark, options.account == AccountKind::master});
  }
  if (!options.permission.empty()) {
    filters.push_back({"--permission", "permissions", options.permission});
  }
  if (!options.needs.empty()) filters.push_back({"--needs", "prerequisites", options.needs});
  return filters;
}

bool passes(const explain::ListRow& row, const ListFilter& filter) {
  const auto cell = std::ranges::find(row, filter.key, &explain::ListCell::key);
  const std::string wanted = lowered(filter.value);
  const bool has_it = cell != row.end() && cell->values &&
                      std::ranges::any_of(*cell->values, [&](const std::string& value) {
                        return lowered(value) == wanted;
                      });
  return has_it == filter.wants_it;
}

void write_cell(json::Writer& json, const explain::ListCell& cell) {
  json.key(cell.key);
  if (!cell.values) {
    json.value(nullptr);
  } else if (cell.is_list) {
    json.array(*cell.values, [&](const std::string& value) { json.value(value); });
  } else {
    json.value(cell.values->front());
  }
}

std::string list_json(const std::vector<explain::ListRow>& rows) {
  json::Lines lines;
  std::string out = "[";
  for (const explain::ListRow& row : rows) {
    json::Writer json;
    json.object([&] {
      for (const explain::ListCell& cell : row) write_cell(json, cell);
    });
    out += lines.next(json.text());
  }
  return out + (rows.empty() ? "]\n" : "\n]\n");
}

ExitCode list(Session& session, const CatalogOptions& options) {
  const auto catalog = session.catalog();
  if (!catalog) return catalog.error();
  const std::vector<FindingKind> kinds = rules::finding_kinds();
  std::vector<explain::ListRow> rows = explain::list_rows({**catalog, kinds}, options.kind);
  for (const ListFilter& filter : filters_of(options)) {
    if (!filter.is_for(options.kind)) {
      return session.refuse_usage(fmt::format("{} is only for `operations`{}", filter.option,
                                              filter.is_for_events ? " and `events`" : ""));
    }
    std::erase_if(rows, [&](const explain::ListRow& row) { return !passes(row, filter); });
  }
  std::erase_if(rows, [&](const explain::ListRow& row) { return !matches(row, options.pattern); });
  if (rows.empty()) {
    const std::string what =
        options.pattern.empty() ? "the options" : in_backticks(options.pattern);
    session.console.err(fmt::format("zoomc: nothing matches {}\n", what));
  }
  return session.console.out(options.format == ListFormat::json ? list_json(rows)
                                                                : explain::list_text(rows));
}

constexpr shell::CommandOption kCatalogOptions[] = {
    required(choice_argument<kKinds, &CatalogOptions::kind>("KIND", "{}")),
    argument<&CatalogOptions::pattern>(
        "PATTERN",
        "Only rows with this text, in upper or lower case; with * a whole column must match"),
    flag<&CatalogOptions::only_deprecated>("--deprecated",
                                           "Only operations or events that Zoom takes away"),
    choice<kAccountKinds, &CatalogOptions::account>(
        "--account", "WHOSE", "Only operations of this API: {} (for master accounts)"),
    option<&CatalogOptions::permission>("--permission", "NAME",
                                        "Only operations that need this role permission"),
    option<&CatalogOptions::needs>(
        "--needs", "WORD", "Only operations that need this plan or license, one of prerequisites"),
    choice<kListFormats, &CatalogOptions::format>("--format", "FORMAT", "{}")};
constexpr shell::CommandExample kCatalogExamples[] = {
    {"zoomc catalog features", "Everything that you can write under features"},
    {"zoomc catalog scopes 'phone:read:*'", "Scopes by a pattern"},
    {"zoomc catalog operations phone --deprecated", "Calls of Zoom Phone that Zoom takes away"}};

}  // namespace

constexpr CommandEntry kCatalog =
    entry<CatalogOptions, list>({.name = "catalog",
                                 .group = groups::kUnderstand,
                                 .summary = "List what zoomc knows about Zoom",
                                 .options = kCatalogOptions,
                                 .examples = kCatalogExamples});

}  // namespace zoomc::cli
