#include <array>
#include <fmt/core.h>
#include <tuple>
#include <unordered_map>

#include "catalog_source/row_reader.h"
#include "text/quote.h"

// The tables of features: what each calls, and how its calls are explained and shown at work.
namespace zoomc::catalog_source {
namespace {

// features.tsv

constexpr std::size_t kShortfallColumn = 5;
constexpr std::size_t kPhraseColumn = 6;

// `group.action`, or one word for what the user does not choose (`sign_in`).
bool feature_name(TableInput& in, Cell cell, catalog::Feature& row) {
  row.name = cell.text;
  if (!require_name(in.file, cell, in.column)) return false;
  const bool has_one_dot = std::ranges::count(cell.text, '.') == 1;
  const bool has_both = !cell.text.starts_with('.') && !cell.text.ends_with('.');
  if (cell.text.find('.') == std::string_view::npos || (has_one_dot && has_both)) return true;
  in.report_value(cell, in_backticks(cell.text) + " is not of the form `group.action`");
  return false;
}

bool feature_level(TableInput& in, Cell cell, catalog::Feature& row) {
  row.admin_only = cell.text == "admin";
  if (row.admin_only || cell.text == "any") return true;
  report_choice(in.file, cell, in.column, std::array<std::string_view, 2>{"admin", "any"});
  return false;
}

bool same_operations(const CatalogLoader& loader, const catalog::Feature& here,
                     const catalog::Feature& known) {
  return std::ranges::equal(here.operations, known.operations,
                            [&](catalog::OperationId a, catalog::OperationId b) {
                              return catalog::display_name(loader.rows().operations[a]) ==
                                     catalog::display_name(loader.fallback()->operations[b]);
                            });
}

// What the fallback says of the feature takes the place of what the table leaves out.
void complete(const CatalogLoader& loader, const Table& table, catalog::Feature& feature) {
  const auto row = catalog::find_feature(*loader.fallback(), feature.name);
  const catalog::Feature* known = row ? &loader.fallback()->features[*row] : nullptr;
  // How the guide's names fall short is only true of the same names and the same calls.
  if (!table.has(kShortfallColumn) && known != nullptr &&
      same_operations(loader, feature, *known) &&
      std::ranges::equal(feature.guide_scopes, known->guide_scopes)) {
    feature.guide_shortfall = known->guide_shortfall;
  }
  if (!feature.phrase.empty()) return;
  feature.phrase = feature.name;
  // Where nobody wrote a phrase, Zoom's own title of a call is what a reviewer reads.
  for (const catalog::OperationId id : feature.operations) {
    const std::string_view title = loader.rows().operations[id].name;
    if (title.empty()) continue;
    feature.phrase = title;
    break;
  }
  if (known != nullptr) feature.phrase = known->phrase;
}

void read_features(CatalogLoader& loader) {
  // Collections of facts lack the last two; the fallback then says what it said.
  const bool is_alone = loader.fallback() == nullptr;
  read_rows<catalog::Feature>(
      loader, "features.tsv", loader.features,
      {{"feature", feature_name},
       {"level", feature_level},
       {"guide_scopes", texts<&catalog::Feature::guide_scopes, ','>},
       {"operations", filled<operations<&catalog::Feature::operations, catalog::Feature>>},
       {"note", any<&catalog::Feature::note>},
       {"guide_shortfall", any<&catalog::Feature::guide_shortfall>, is_alone},
       {"phrase", any<&catalog::Feature::phrase>, is_alone},
       {"user_operations", operations<&catalog::Feature::user_operations, catalog::Feature>,
        false}},
      [&](TableInput& in, ReadRow<catalog::Feature>& row) {
        in.add_key(row.cells[0]);
        const Cell phrase = row.cells[kPhraseColumn];
        if (!phrase.text.empty() || is_alone) {
          if (require_text(in.file, phrase, "phrase")) {
            loader.check_phrase(in.file, phrase, row.value.name);
          }
        }
        if (!is_alone) complete(loader, in.table, row.value);
        loader.storage().features.push_back(row.value);
      });
}

void copy_features(CatalogLoader& loader) {
  const catalog::Catalog& fallback = *loader.fallback();
  const TableState& operations = loader.operations;
  for (catalog::Feature feature : fallback.features) {
    const auto find_here = [&](catalog::OperationId id) {
      return find_exact_operation(loader.rows(), catalog::display_name(fallback.operations[id]));
    };
    feature.user_operations = translated(loader, feature.user_operations, find_here);
    feature.operations = translated(loader, feature.operations, [&](catalog::OperationId id) {
      const std::string name = catalog::display_name(fallback.operations[id]);
      const auto row = find_here(id);
      if (!row && operations.file != nullptr && !operations.may_have(name)) {
        operations.file->report(
            catalog_codes::kReference, operations.header,
            fmt::format("there is no row for {}, which the built-in feature {} calls: add it, or a "
                        "features.tsv without that feature",
                        in_backticks(name), in_backticks(feature.name)));
      }
      return row;
    });
    loader.storage().features.push_back(feature);
  }
}

void load_features(CatalogLoader& loader) {
  if (loader.falls_back("features.tsv")) {
    copy_features(loader);
  } else {
    read_features(loader);
  }
  sort_rows(loader.storage().features, loader.storage().view.features, &catalog::Feature::name);
}

// test_steps.tsv

// By feature, a step for each of its calls; without an action where there is none yet.
using Steps = std::vector<std::vector<catalog::TestStep>>;

// A step is true of a call in a feature, so both must be the fallback's.
void copy_steps(const CatalogLoader& loader, Steps& steps) {
  const catalog::Catalog& rows = loader.rows();
  const catalog::Catalog& fallback = *loader.fallback();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto known = catalog::find_feature(fallback, rows.features[i].name);
    for (std::size_t k = 0; known && k < steps[i].size(); ++k) {
      const catalog::Operation& call = rows.operations[catalog::calls_of(rows.features[i])[k]];
      const auto row = catalog::find_operation(fallback, call.method, call.path);
      const catalog::TestStep* step =
          row ? catalog::find_test_step(fallback.features[*known], *row) : nullptr;
      if (step != nullptr) steps[i][k] = *step;
    }
  }
}

// Whether it is clear what each feature calls. A mistake there is reported there.
bool are_calls_known(const CatalogLoader& loader) {
  const auto is_sound = [](const TableState& state) {
    return !state.unusable && (state.file == nullptr || !state.file->has_findings());
  };
  return is_sound(loader.features) && is_sound(loader.operations);
}

// The step that a row is about; what the row names wrongly is reported.
catalog::TestStep* find_step(TableInput& in, Cell feature, Cell operation, Steps& steps) {
  const auto row = in.loader.feature(in.file, feature);
  const auto call = in.loader.operation(in.file, operation);
  if (!row || !call) return nullptr;
  const auto calls = catalog::calls_of(in.loader.rows().features[*row]);
  const auto found = std::ranges::find(calls, *call);
  if (found != calls.end()) return &steps[*row][static_cast<std::size_t>(found - calls.begin())];
  if (are_calls_known(in.loader)) {
    in.file.report(catalog_codes::kReference, operation.span,
                   fmt::format("{} does not call {}: a step shows a call of its feature",
                               in_backticks(feature.text), in_backticks(operation.text)));
  }
  return nullptr;
}

// Every call that a feature makes is to be seen at work.
void require_steps(const CatalogLoader& loader, const TableState& state, const Steps& steps) {
  const catalog::Catalog& rows = loader.rows();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const catalog::Feature& feature = rows.features[i];
    for (std::size_t k = 0; k < steps[i].size(); ++k) {
      if (!steps[i][k].action.empty()) continue;
      state.file->report(
          catalog_codes::kReference, state.header,
          fmt::format(
              "there is no row for {} and {}, which it calls", in_backticks(feature.name),
              in_backticks(catalog::display_name(rows.operations[catalog::calls_of(feature)[k]]))));
    }
  }
}

void read_steps(CatalogLoader& loader, Steps& steps) {
  struct StepRow : catalog::TestStep {
    std::string_view feature;
    std::string_view operation;
  };
  TableState state;
  bool is_right = true;
  // By action, the row that has it.
  std::unordered_map<std::string_view, std::string> actions;
  read_rows<StepRow>(
      loader, "test_steps.tsv", state,
      {{"feature", text<&StepRow::feature>},
       {"operation", text<&StepRow::operation>},
       {"account", any<&StepRow::account>},
       {"action", text<&StepRow::action>},
       {"expect", text<&StepRow::expect>}},
      [&](TableInput& in, const ReadRow<StepRow>& row) {
        is_right = is_right && std::ranges::find(row.is_right, false) == row.is_right.end();
        if (!row.is_right[0] || !row.is_right[1]) return;
        const std::string name = fmt::format("{} {}", row.value.feature, row.value.operation);
        in.add_key(name, {name, row.cells[0].span});
        const auto [known, is_new] = actions.emplace(row.value.action, name);
        // A row that is there twice is one mistake.
        if (row.is_right[3] && !is_new && known->second != name) {
          in.file.report(
              catalog_codes::kDuplicate, row.cells[3].span,
              fmt::format(
                  "{} has the action {} too: a reviewer must be able to tell the steps apart",
                  in_backticks(known->second), in_backticks(row.value.action)));
        }
        catalog::TestStep* step = find_step(in, row.cells[0], row.cells[1], steps);
        if (step != nullptr) *step = row.value;
        is_right = is_right && step != nullptr;
      });
  if (loader.fallback() == nullptr && is_right && state.is_whole() && are_calls_known(loader)) {
    require_steps(loader, state, steps);
  }
}

void load_test_steps(CatalogLoader& loader) {
  auto& features = loader.storage().features;
  Steps steps;
  for (const catalog::Feature& feature : features) {
    steps.emplace_back(catalog::calls_of(feature).size());
  }
  if (loader.falls_back("test_steps.tsv")) {
    copy_steps(loader, steps);
  } else {
    read_steps(loader, steps);
  }
  for (std::size_t i = 0; i < features.size(); ++i) {
    features[i].test_steps = loader.storage().test_step_lists.keep(std::move(steps[i]));
  }
}

// composites.tsv

bool composite_name(TableInput& in, Cell cell, catalog::Composite& row) {
  row.name = cell.text;
  if (!require_name(in.file, cell, in.column)) return false;
  if (catalog::find_feature(in.loader.rows(), cell.text)) {
    in.file.report(
        catalog_codes::kDuplicate, cell.span,
        in_backticks(cell.text) + " is a feature already: give the composite another name");
  } else if (cell.text.find('.') == std::string_view::npos) {
    in.report_value(cell, in_backticks(cell.text) + " is not of the form `group.action`");
  }
  return true;
}

// A composite of which a member is gone would promise more than it does, so it goes too.
void copy_composites(CatalogLoader& loader) {
  for (catalog::Composite composite : loader.fallback()->composites) {
    const std::size_t members = composite.members.size();
    composite.members = translated_features(loader, composite.members);
    const bool is_whole = composite.members.size() == members;
    if (!is_whole || catalog::find_feature(loader.rows(), composite.name)) continue;
    loader.storage().composites.push_back(composite);
  }
}

void load_composites(CatalogLoader& loader) {
  auto& composites = loader.storage().composites;
  if (loader.falls_back("composites.tsv")) {
    copy_composites(loader);
  } else {
    TableState state;
    read_rows<catalog::Composite>(
        loader, "composites.tsv", state,
        {{"composite", composite_name},
         {"members", filled<features<&catalog::Composite::members, catalog::Composite>>},
         {"phrase", text<&catalog::Composite::phrase>}},
        [&](TableInput& in, const ReadRow<catalog::Composite>& row) {
          in.add_key(row.cells[0]);
          if (row.is_right[2]) {
            loader.check_phrase(in.file, row.cells[2], row.value.name);
          }
          composites.push_back(row.value);
        });
  }
  sort_rows(composites, loader.storage().view.composites, &catalog::Composite::name);
}

// operation_phrases.tsv

// Every call that a feature makes is to be explained by `why`.
void require_phrases(const CatalogLoader& loader, const TableState& state,
                     std::vector<bool> explained) {
  for (const catalog::Feature& feature : loader.rows().features) {
    for (const catalog::OperationId id : catalog::calls_of(feature)) {
      if (explained[id]) continue;
      explained[id] = true;
      state.file->report(
          catalog_codes::kReference, state.header,
          fmt::format("there is no row for {}, which {} calls",
                      in_backticks(catalog::display_name(loader.rows().operations[id])),
                      in_backticks(feature.name)));
    }
  }
}

void read_phrases(CatalogLoader& loader) {
  struct Phrase {
    std::string_view operation;
    std::string_view does;
    std::string_view without;
  };
  auto& operations = loader.storage().operations;
  for (catalog::Operation& operation : operations) operation.does = operation.without = {};
  std::vector<bool> explained(operations.size());
  TableState state;
  read_rows<Phrase>(loader, "operation_phrases.tsv", state,
                    {{"operation", text<&Phrase::operation>},
                     {"does", text<&Phrase::does>},
                     {"without", text<&Phrase::without>}},
                    [&](TableInput& in, const ReadRow<Phrase>& row) {
                      if (!row.is_right[0]) return;
                      in.add_key(row.cells[0]);
                      const auto id = loader.operation(in.file, row.cells[0]);
                      if (!id) return;
                      explained[*id] = true;
                      operations[*id].does = row.value.does;
                      operations[*id].without = row.value.without;
                    });
  if (loader.fallback() == nullptr && state.is_whole()) {
    require_phrases(loader, state, std::move(explained));
  }
}

void load_operation_phrases(CatalogLoader& loader) {
  if (!loader.falls_back("operation_phrases.tsv")) return read_phrases(loader);
  const catalog::Catalog& fallback = *loader.fallback();
  for (catalog::Operation& operation : loader.storage().operations) {
    const auto row = catalog::find_operation(fallback, operation.method, operation.path);
    operation.does = row ? fallback.operations[*row].does : std::string_view{};
    operation.without = row ? fallback.operations[*row].without : std::string_view{};
  }
}

// platform_calls.tsv

void copy_platform_calls(CatalogLoader& loader) {
  const catalog::Catalog& fallback = *loader.fallback();
  for (catalog::PlatformCall call : fallback.platform_calls) {
    const auto feature = catalog::find_feature(loader.rows(), fallback.features[call.feature].name);
    const auto operation = find_exact_operation(
        loader.rows(), catalog::display_name(fallback.operations[call.operation]));
    if (!feature || !operation) continue;
    call.feature = *feature;
    call.operation = *operation;
    loader.storage().platform_calls.push_back(call);
  }
}

bool makes_call(const CatalogLoader& loader, const catalog::PlatformCall& call) {
  const auto& own = loader.rows().features[call.feature].operations;
  return std::ranges::find(own, call.operation) != own.end();
}

void read_platform_calls(CatalogLoader& loader) {
  TableState state;
  read_rows<catalog::PlatformCall>(
      loader, "platform_calls.tsv", state,
      {{"platform", name<&catalog::PlatformCall::platform>},
       {"feature", ignored<catalog::PlatformCall>},
       {"operation", ignored<catalog::PlatformCall>},
       {"used_by", text<&catalog::PlatformCall::used_by>}},
      [&](TableInput& in, ReadRow<catalog::PlatformCall>& row) {
        in.add_key(fmt::format("{} {} {}", row.cells[0].text, row.cells[1].text, row.cells[2].text),
                   row.cells[0]);
        const auto feature = loader.feature(in.file, row.cells[1]);
        const auto operation = loader.operation(in.file, row.cells[2]);
        if (!feature || !operation) return;
        row.value.feature = *feature;
        row.value.operation = *operation;
        if (makes_call(loader, row.value)) {
          in.file.report(
              catalog_codes::kReference, row.cells[2].span,
              fmt::format("{} calls {} anyway: remove this row", in_backticks(row.cells[1].text),
                          in_backticks(row.cells[2].text)));
        }
        loader.storage().platform_calls.push_back(row.value);
      });
}

void load_platform_calls(CatalogLoader& loader) {
  if (loader.falls_back("platform_calls.tsv")) {
    copy_platform_calls(loader);
  } else {
    read_platform_calls(loader);
  }
  sort_rows(loader.storage().platform_calls, loader.storage().view.platform_calls,
            [](const catalog::PlatformCall& row) {
              return std::tuple(row.platform, row.feature, row.operation);
            });
}

}  // namespace

void load_feature_tables(CatalogLoader& loader) {
  load_features(loader);
  load_operation_phrases(loader);
  load_test_steps(loader);
  load_composites(loader);
  load_platform_calls(loader);
}

}  // namespace zoomc::catalog_source
