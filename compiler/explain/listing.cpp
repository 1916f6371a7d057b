#include "explain/listing.h"

#include <algorithm>
#include <fmt/format.h>

#include "catalog/lookup.h"
#include "explain/answer.h"
#include "text/utf8.h"

namespace zoomc::explain {
namespace {

enum class Shown : bool { no, yes };

ListCell text_cell(std::string_view key, std::string_view text, Shown shown = Shown::yes) {
  ListCell cell{.key = key, .is_shown = shown == Shown::yes};
  if (!text.empty()) cell.values = {std::string(text)};
  return cell;
}

ListCell list_cell(std::string_view key, std::vector<std::string> values,
                   Shown shown = Shown::yes) {
  return {key, std::move(values), true, shown == Shown::yes};
}

// The names of rows of a table.
std::vector<std::string> names_of(const auto& rows, std::span<const std::uint16_t> ids) {
  std::vector<std::string> names;
  for (const std::uint16_t id : ids) names.emplace_back(rows[id].name);
  return names;
}

std::vector<std::string> operation_names(const catalog::Catalog& catalog,
                                         std::span<const catalog::OperationId> ids) {
  std::vector<std::string> names;
  for (const catalog::OperationId id : ids)
    names.push_back(catalog::display_name(catalog.operations[id]));
  return names;
}

std::vector<ListRow> scope_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Scope& scope : catalog.scopes) {
    rows.push_back({text_cell("id", scope.name),
                    text_cell("model", catalog::to_string(scope.model)),
                    text_cell("level", catalog::to_string(scope.level)),
                    text_cell("grants", catalog::to_string(scope.grants)),
                    text_cell("level_basis", scope.level_is_guess ? "guess" : "known", Shown::no),
                    list_cell("operations", operation_names(catalog, scope.operations), Shown::no),
                    list_cell("events", names_of(catalog.events, scope.events), Shown::no)});
  }
  return rows;
}

std::vector<ListRow> operation_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Operation& operation : catalog.operations) {
    rows.push_back({text_cell("id", catalog::display_name(operation)),
                    text_cell("operation_id", operation.id), text_cell("name", operation.name),
                    text_cell("product", operation.product, Shown::no),
                    list_cell("granular", names_of(catalog.scopes, operation.granular), Shown::no),
                    list_cell("classic", names_of(catalog.scopes, operation.classic), Shown::no)});
  }
  return rows;
}

std::vector<ListRow> event_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Event& event : catalog.events) {
    rows.push_back({text_cell("id", event.name), text_cell("product", event.product),
                    text_cell("basis", catalog::to_string(event.basis)),
                    list_cell("granular", names_of(catalog.scopes, event.granular), Shown::no),
                    list_cell("classic", names_of(catalog.scopes, event.classic), Shown::no)});
  }
  return rows;
}

ListRow feature_row(const catalog::Catalog& catalog, const catalog::Feature& feature) {
  return {text_cell("id", feature.name),
          text_cell("level", feature.admin_only ? "admin" : "any"),
          text_cell("phrase", feature.phrase),
          list_cell("members", {}, Shown::no),
          list_cell("operations", operation_names(catalog, feature.operations), Shown::no),
          list_cell("guide_scopes", to_strings(feature.guide_scopes), Shown::no),
          text_cell("note", feature.note, Shown::no)};
}

// A composite has the level of the app that all its members need; its calls are theirs.
ListRow composite_row(const catalog::Catalog& catalog, const catalog::Composite& composite) {
  const bool admin =
      std::any_of(composite.members.begin(), composite.members.end(),
                  [&](catalog::FeatureId id) { return catalog.features[id].admin_only; });
  return {text_cell("id", composite.name),
          text_cell("level", admin ? "admin" : "any"),
          text_cell("phrase", composite.phrase),
          list_cell("members", names_of(catalog.features, composite.members), Shown::no),
          list_cell("operations", {}, Shown::no),
          list_cell("guide_scopes", {}, Shown::no),
          text_cell("note", {}, Shown::no)};
}

std::vector<ListRow> feature_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Feature& feature : catalog.features)
    rows.push_back(feature_row(catalog, feature));
  for (const catalog::Composite& composite : catalog.composites) {
    rows.push_back(composite_row(catalog, composite));
  }
  std::ranges::sort(rows, {}, [](const ListRow& row) { return row.front().values; });
  return rows;
}

std::vector<ListRow> region_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Platform& platform : catalog.platforms) {
    for (const catalog::Region& region : platform.regions) {
      rows.push_back({text_cell("id", region.id), text_cell("platform", platform.id),
                      text_cell("redirect_url", region.redirect_url),
                      text_cell("title", region.title, Shown::no)});
    }
  }
  return rows;
}

std::vector<ListRow> platform_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Platform& platform : catalog.platforms) {
    std::vector<std::string> regions;
    for (const catalog::Region& region : platform.regions) regions.emplace_back(region.id);
    std::vector<std::string> integrations;
    for (const catalog::Integration& one : platform.integrations) integrations.emplace_back(one.id);
    std::vector<std::string> vocabularies{"granular", "classic"};
    if (platform.has_guide_names) vocabularies.insert(vocabularies.begin() + 1, "guide");
    const std::string_view sign_in =
        platform.sign_in ? catalog.features[*platform.sign_in].name : std::string_view{};
    rows.push_back({text_cell("id", platform.id), text_cell("title", platform.title),
                    list_cell("regions", std::move(regions)),
                    text_cell("sign_in", sign_in, Shown::no),
                    list_cell("scope_names", std::move(vocabularies), Shown::no),
                    list_cell("integrations", std::move(integrations), Shown::no)});
  }
  return rows;
}

ListCell applies_to_cell(AppliesTo what) {
  if (what == AppliesTo::nothing) return {"applies_to", std::nullopt, true, false};
  return list_cell("applies_to", to_strings(words_of(what)), Shown::no);
}

std::vector<ListRow> rule_rows(std::span<const FindingKind> findings) {
  std::vector<ListRow> rows;
  for (const FindingKind& kind : findings) {
    rows.push_back({text_cell("id", kind.id), text_cell("severity", to_string(kind.severity)),
                    text_cell("found_by", to_string(kind.found_by)),
                    text_cell("fix", kind.fix ? to_string(*kind.fix) : ""),
                    text_cell("summary", kind.summary), text_cell("since", kind.since, Shown::no),
                    applies_to_cell(kind.applies_to),
                    list_cell("source", to_strings(words_of(kind.sources)), Shown::no)});
  }
  return rows;
}

}  // namespace

std::vector<ListRow> list_rows(const Knowledge& knowledge, ListKind kind) {
  switch (kind) {
    case ListKind::scopes: return scope_rows(knowledge.catalog);
    case ListKind::operations: return operation_rows(knowledge.catalog);
    case ListKind::events: return event_rows(knowledge.catalog);
    case ListKind::features: return feature_rows(knowledge.catalog);
    case ListKind::regions: return region_rows(knowledge.catalog);
    case ListKind::platforms: return platform_rows(knowledge.catalog);
    case ListKind::rules: return rule_rows(knowledge.findings);
  }
  return {};
}

std::string cell_text(const ListCell& cell) {
  if (!cell.values || cell.values->empty()) return "-";
  return fmt::format("{}", fmt::join(*cell.values, ","));
}

std::string list_text(const std::vector<ListRow>& rows) {
  std::vector<std::size_t> widths;
  for (const ListRow& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(cell_text(row[i])));
    }
  }
  std::string text;
  for (const ListRow& row : rows) {
    std::string line;
    // Blanks are written before a cell and never after the last.
    std::size_t owed = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i].is_shown) continue;
      const std::string cell = cell_text(row[i]);
      line.append(owed, ' ').append(cell);
      owed = widths[i] - display_width(cell) + 2;
    }
    text += line + "\n";
  }
  return text;
}

}  // namespace zoomc::explain
