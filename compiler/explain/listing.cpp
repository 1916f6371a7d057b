#include "explain/listing.h"

#include <algorithm>
#include <fmt/format.h>

#include "catalog/lookup.h"
#include "explain/answer.h"
#include "text/utf8.h"

namespace zoomc::explain {
namespace {

ListCell text_cell(std::string_view key, std::string_view text, Shown shown = Shown::always) {
  ListCell cell{.key = key, .shown = shown};
  if (!text.empty()) cell.values = {std::string(text)};
  return cell;
}

ListCell list_cell(std::string_view key, std::vector<std::string> values,
                   Shown shown = Shown::always) {
  return {key, std::move(values), true, shown};
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
    rows.push_back(
        {text_cell("id", scope.name), text_cell("model", catalog::to_string(scope.model)),
         text_cell("level", catalog::to_string(scope.level)),
         text_cell("grants", catalog::to_string(scope.grants)),
         text_cell("level_basis", scope.level_is_guess ? "guess" : "known", Shown::never),
         list_cell("operations", operation_names(catalog, scope.operations), Shown::never),
         list_cell("events", names_of(catalog.events, scope.events), Shown::never)});
  }
  return rows;
}

// What sets a call or event apart.
ListCell marks_cell(bool is_master, bool is_deprecated) {
  std::vector<std::string> marks;
  if (is_master) marks.emplace_back(kMasterMark);
  if (is_deprecated) marks.emplace_back(kDeprecatedMark);
  return list_cell("marks", std::move(marks), Shown::if_any);
}

std::vector<ListRow> operation_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Operation& operation : catalog.operations) {
    const std::string name = catalog::display_name(operation);
    const auto end = catalog::find_deprecation(catalog, name);
    rows.push_back(
        {text_cell("id", name), text_cell("operation_id", operation.id),
         text_cell("name", operation.name), marks_cell(operation.is_master, end.has_value()),
         text_cell("product", operation.product, Shown::never),
         list_cell("granular", names_of(catalog.scopes, operation.granular), Shown::never),
         list_cell("classic", names_of(catalog.scopes, operation.classic), Shown::never),
         list_cell("permissions", split_list(operation.permissions, ','), Shown::never),
         list_cell("prerequisites", split_list(operation.prerequisites, ';'), Shown::never)});
  }
  return rows;
}

std::vector<ListRow> event_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Event& event : catalog.events) {
    const auto end = catalog::find_deprecation(catalog, event.name);
    rows.push_back({text_cell("id", event.name), text_cell("product", event.product),
                    text_cell("basis", catalog::to_string(event.basis)),
                    marks_cell(false, end.has_value()),
                    list_cell("granular", names_of(catalog.scopes, event.granular), Shown::never),
                    list_cell("classic", names_of(catalog.scopes, event.classic), Shown::never)});
  }
  return rows;
}

std::vector<ListRow> error_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::CallError& error : catalog.call_errors) {
    rows.push_back({text_cell("id", catalog::display_name(catalog.operations[error.operation])),
                    text_cell("status", std::to_string(error.status)),
                    text_cell("code", error.code), text_cell("text", error.text)});
  }
  return rows;
}

std::vector<ListRow> deprecation_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Deprecation& one : catalog.deprecations) {
    rows.push_back({text_cell("id", one.what), text_cell("since", one.since),
                    list_cell("successors", split_list(one.successors, ';'))});
  }
  return rows;
}

std::vector<ListRow> prerequisite_rows(const catalog::Catalog& catalog) {
  std::vector<ListRow> rows;
  for (const catalog::Prerequisite& one : catalog.prerequisites) {
    rows.push_back({text_cell("id", one.word), text_cell("title", one.title)});
  }
  return rows;
}

ListRow feature_row(const catalog::Catalog& catalog, const catalog::Feature& feature) {
  return {text_cell("id", feature.name),
          text_cell("level", feature.admin_only ? "admin" : "any"),
          text_cell("phrase", feature.phrase),
          list_cell("members", {}, Shown::never),
          list_cell("operations", operation_names(catalog, feature.operations), Shown::never),
          list_cell("guide_scopes", to_strings(feature.guide_scopes), Shown::never),
          text_cell("note", feature.note, Shown::never)};
}

// A composite has the level of the app that all its members need; its calls are theirs.
ListRow composite_row(const catalog::Catalog& catalog, const catalog::Composite& composite) {
  const bool admin =
      std::any_of(composite.members.begin(), composite.members.end(),
                  [&](catalog::FeatureId id) { return catalog.features[id].admin_only; });
  return {text_cell("id", composite.name),
          text_cell("level", admin ? "admin" : "any"),
          text_cell("phrase", composite.phrase),
          list_cell("members", names_of(catalog.features, composite.members), Shown::never),
          list_cell("operations", {}, Shown::never),
          list_cell("guide_scopes", {}, Shown::never),
          text_cell("note", {}, Shown::never)};
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
                      text_cell("title", region.title, Shown::never)});
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
                    text_cell("sign_in", sign_in, Shown::never),
                    list_cell("scope_names", std::move(vocabularies), Shown::never),
                    list_cell("integrations", std::move(integrations), Shown::never)});
  }
  return rows;
}

ListCell applies_to_cell(AppliesTo what) {
  if (what == AppliesTo::nothing) return {"applies_to", std::nullopt, true, Shown::never};
  return list_cell("applies_to", to_strings(words_of(what)), Shown::never);
}

std::vector<ListRow> rule_rows(std::span<const FindingKind> findings) {
  std::vector<ListRow> rows;
  for (const FindingKind& kind : findings) {
    rows.push_back({text_cell("id", kind.id), text_cell("severity", to_string(kind.severity)),
                    text_cell("found_by", to_string(kind.found_by)),
                    text_cell("fix", kind.fix ? to_string(*kind.fix) : ""),
                    text_cell("summary", kind.summary),
                    text_cell("since", kind.since, Shown::never), applies_to_cell(kind.applies_to),
                    list_cell("source", to_strings(words_of(kind.sources)), Shown::never)});
  }
  return rows;
}

}  // namespace

std::vector<ListRow> list_rows(const ExplainContext& context, ListKind kind) {
  switch (kind) {
    case ListKind::scopes: return scope_rows(context.catalog);
    case ListKind::operations: return operation_rows(context.catalog);
    case ListKind::events: return event_rows(context.catalog);
    case ListKind::features: return feature_rows(context.catalog);
    case ListKind::regions: return region_rows(context.catalog);
    case ListKind::platforms: return platform_rows(context.catalog);
    case ListKind::rules: return rule_rows(context.findings);
    case ListKind::errors: return error_rows(context.catalog);
    case ListKind::deprecations: return deprecation_rows(context.catalog);
    case ListKind::prerequisites: return prerequisite_rows(context.catalog);
  }
  return {};
}

std::string cell_text(const ListCell& cell) {
  if (!cell.has_values()) return "-";
  return fmt::format("{}", fmt::join(*cell.values, ","));
}

std::string list_text(const std::vector<ListRow>& rows) {
  std::vector<std::size_t> widths;
  std::vector<bool> is_shown;
  for (const ListRow& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    is_shown.resize(widths.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      is_shown[i] = is_shown[i] || row[i].is_shown();
      widths[i] = std::max(widths[i], display_width(cell_text(row[i])));
    }
  }
  std::string text;
  for (const ListRow& row : rows) {
    std::string line;
    // Blanks are written before a cell and never after the last.
    std::size_t owed = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      // Only what sets a row apart stands in such a column.
      const bool is_blank = row[i].shown == Shown::if_any && !row[i].has_values();
      if (!is_shown[i] || is_blank) continue;
      const std::string cell = cell_text(row[i]);
      line.append(owed, ' ').append(cell);
      owed = widths[i] - display_width(cell) + 2;
    }
    text += line + "\n";
  }
  return text;
}

}  // namespace zoomc::explain
