#include <algorithm>

#include "cli/command.h"
#include "cli/session.h"
#include "config/glob.h"
#include "explain/listing.h"
#include "explain/topics.h"
#include "json/writer.h"
#include "rules/registry.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr EnumWord<ListKind> kKinds[] = {
    {"scopes", ListKind::scopes},   {"operations", ListKind::operations},
    {"events", ListKind::events},   {"features", ListKind::features},
    {"regions", ListKind::regions}, {"platforms", ListKind::platforms},
    {"rules", ListKind::rules},
};

enum class ListFormat { text, json };

constexpr EnumWord<ListFormat> kListFormats[] = {{"text", ListFormat::text},
                                                 {"json", ListFormat::json}};

struct CatalogOptions {
  ListKind kind = ListKind::scopes;
  std::string pattern;
  ListFormat format = ListFormat::text;
};

// Whether a shown column matches: whole where the pattern has a `*`, else anywhere.
bool matches(const ListRow& row, const std::string& pattern) {
  const std::string wanted = lowered(pattern);
  const bool is_glob = wanted.find('*') != std::string::npos;
  return std::any_of(row.begin(), row.end(), [&](const ListCell& cell) {
    if (!cell.is_shown) return false;
    const std::string text = lowered(cell_text(cell));
    return is_glob ? matches_pattern(wanted, text) : text.find(wanted) != std::string::npos;
  });
}

void write_cell(json::Writer& json, const ListCell& cell) {
  json.key(cell.key);
  if (!cell.values) {
    json.value(nullptr);
  } else if (cell.is_list) {
    json.array(*cell.values, [&](const std::string& value) { json.value(value); });
  } else {
    json.value(cell.values->front());
  }
}

std::string list_json(const std::vector<ListRow>& rows) {
  json::Lines lines;
  std::string out = "[";
  for (const ListRow& row : rows) {
    json::Writer json;
    json.object([&] {
      for (const ListCell& cell : row) write_cell(json, cell);
    });
    out += lines.next(json.text());
  }
  return out + (rows.empty() ? "]\n" : "\n]\n");
}

ExitCode list(Session& session, const CatalogOptions& options) {
  const auto catalog = session.catalog();
  if (!catalog) return catalog.error();
  const std::vector<FindingKind> kinds = finding_kinds();
  std::vector<ListRow> rows = list_rows({**catalog, kinds}, options.kind);
  std::erase_if(rows, [&](const ListRow& row) { return !matches(row, options.pattern); });
  if (rows.empty()) {
    session.console.err("zoomc: nothing matches " + in_backticks(options.pattern) + "\n");
  }
  return session.console.out(options.format == ListFormat::json ? list_json(rows)
                                                                : list_text(rows));
}

constexpr CommandOption kCatalogOptions[] = {
    required(choice_argument<kKinds, &CatalogOptions::kind>("KIND", "{}")),
    argument<&CatalogOptions::pattern>(
        "PATTERN",
        "Only rows that have this text, in any case; with * a column has to match whole"),
    choice<kListFormats, &CatalogOptions::format>("--format", "FORMAT", "{}")};
constexpr CommandExample kCatalogExamples[] = {
    {"zoomc catalog features", "Everything that may stand under features"},
    {"zoomc catalog scopes 'phone:read:*'", "Scopes by a pattern"}};

}  // namespace

constexpr CommandEntry kCatalog =
    entry<CatalogOptions, list>({.name = "catalog",
                                 .group = groups::kUnderstand,
                                 .summary = "List what zoomc knows of Zoom",
                                 .options = kCatalogOptions,
                                 .examples = kCatalogExamples});

}  // namespace zoomc
