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
    {"scopes", explain::ListKind::scopes},   {"operations", explain::ListKind::operations},
    {"events", explain::ListKind::events},   {"features", explain::ListKind::features},
    {"regions", explain::ListKind::regions}, {"platforms", explain::ListKind::platforms},
    {"rules", explain::ListKind::rules},
};

enum class ListFormat { text, json };

constexpr model::EnumWord<ListFormat> kListFormats[] = {{"text", ListFormat::text},
                                                        {"json", ListFormat::json}};

struct CatalogOptions {
  explain::ListKind kind = explain::ListKind::scopes;
  std::string pattern;
  ListFormat format = ListFormat::text;
};

// True if a shown column matches: all of it if the pattern has a `*`, else any part.
bool matches(const explain::ListRow& row, const std::string& pattern) {
  const std::string wanted = lowered(pattern);
  const bool is_glob = wanted.find('*') != std::string::npos;
  return std::any_of(row.begin(), row.end(), [&](const explain::ListCell& cell) {
    if (!cell.is_shown) return false;
    const std::string text = lowered(explain::cell_text(cell));
    return is_glob ? config::matches_pattern(wanted, text) : text.find(wanted) != std::string::npos;
  });
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
  std::erase_if(rows, [&](const explain::ListRow& row) { return !matches(row, options.pattern); });
  if (rows.empty()) {
    session.console.err(fmt::format("zoomc: nothing matches {}\n", in_backticks(options.pattern)));
  }
  return session.console.out(options.format == ListFormat::json ? list_json(rows)
                                                                : explain::list_text(rows));
}

constexpr shell::CommandOption kCatalogOptions[] = {
    required(choice_argument<kKinds, &CatalogOptions::kind>("KIND", "{}")),
    argument<&CatalogOptions::pattern>(
        "PATTERN",
        "Only rows with this text, in upper or lower case; with * a whole column must match"),
    choice<kListFormats, &CatalogOptions::format>("--format", "FORMAT", "{}")};
constexpr shell::CommandExample kCatalogExamples[] = {
    {"zoomc catalog features", "Everything that you can write under features"},
    {"zoomc catalog scopes 'phone:read:*'", "Scopes by a pattern"}};

}  // namespace

constexpr CommandEntry kCatalog =
    entry<CatalogOptions, list>({.name = "catalog",
                                 .group = groups::kUnderstand,
                                 .summary = "List what zoomc knows about Zoom",
                                 .options = kCatalogOptions,
                                 .examples = kCatalogExamples});

}  // namespace zoomc::cli
