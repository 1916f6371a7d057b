#include "catalog_source/test_steps.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/lookup.h"
#include "catalog_source/features.h"
#include "catalog_source/operations.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

// By feature, a step for each of its calls; without an action where there is none yet.
using Steps = std::vector<std::vector<TestStep>>;

Steps no_steps(const Catalog& rows) {
  Steps steps;
  for (const Feature& feature : rows.features) steps.emplace_back(feature.operations.size());
  return steps;
}

void keep(Loading& loading, Steps steps) {
  auto& features = loading.storage().features;
  for (std::size_t i = 0; i < features.size(); ++i) {
    features[i].test_steps = loading.storage().test_step_lists.keep(std::move(steps[i]));
  }
}

// A step is true of a call in a feature, so both must be the fallback's.
TestStep known_step(const Loading& loading, const Feature& feature, OperationId operation) {
  const Catalog& fallback = *loading.fallback();
  const auto known = find_feature(fallback, feature.name);
  const Operation& call = loading.rows().operations[operation];
  const auto row = find_operation(fallback, call.method, call.path);
  if (!known || !row) return {};
  const TestStep* step = find_test_step(fallback.features[*known], *row);
  return step != nullptr ? *step : TestStep{};
}

void copy_steps(Loading& loading) {
  const Catalog& rows = loading.rows();
  Steps steps = no_steps(rows);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Feature& feature = rows.features[i];
    for (std::size_t k = 0; k < steps[i].size(); ++k) {
      steps[i][k] = known_step(loading, feature, feature.operations[k]);
    }
  }
  keep(loading, std::move(steps));
}

// Whether it is clear what each feature calls. A mistake there is said there.
bool are_calls_known(const Loading& loading) {
  const auto is_sound = [](const TableState& state) {
    return !state.unusable && (state.file == nullptr || !state.file->has_findings());
  };
  return is_sound(loading.features) && is_sound(loading.operations);
}

// The place of the step that a row is about; what the row names wrongly is reported.
TestStep* find_place(Loading& loading, CatalogFile& file, Cell feature, Cell operation,
                     Steps& steps) {
  const auto row = read_feature(loading, file, feature);
  const auto call = read_operation(loading, file, operation);
  if (!row || !call) return nullptr;
  const auto& calls = loading.rows().features[*row].operations;
  const auto found = std::find(calls.begin(), calls.end(), *call);
  if (found != calls.end()) return &steps[*row][static_cast<std::size_t>(found - calls.begin())];
  if (are_calls_known(loading)) {
    file.report(catalog_codes::kReference, operation.span,
                in_backticks(feature.text) + " does not call " + in_backticks(operation.text) +
                    ": a step shows a call of its feature");
  }
  return nullptr;
}

// Every call that a feature makes is to be seen at work.
void check_completeness(const Loading& loading, CatalogFile& file, Span place, const Steps& steps) {
  const Catalog& rows = loading.rows();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Feature& feature = rows.features[i];
    for (std::size_t k = 0; k < steps[i].size(); ++k) {
      if (!steps[i][k].action.empty()) continue;
      const Operation& call = rows.operations[feature.operations[k]];
      file.report(catalog_codes::kReference, place,
                  "there is no row for " + in_backticks(feature.name) + " and " +
                      in_backticks(display_name(call)) + ", which it calls");
    }
  }
}

// Reads the rows one after the other.
class StepReader {
 public:
  StepReader(Loading& loading, CatalogFile& file, Steps& steps)
      : loading_(loading), file_(file), steps_(steps) {}

  // False when the row names something wrongly.
  bool read(Cell feature, Cell operation, const TestStep& step, Cell action) {
    const std::string name = std::string(feature.text) + " " + std::string(operation.text);
    keys_.add(file_, name, feature.span, name);
    if (!action.text.empty()) check_action(action, name);
    TestStep* place = find_place(loading_, file_, feature, operation, steps_);
    if (place != nullptr) *place = step;
    return place != nullptr;
  }

 private:
  // A row that is there twice is one mistake.
  void check_action(Cell action, const std::string& name) {
    const auto [known, is_new] = actions_.emplace(action.text, name);
    if (is_new || known->second == name) return;
    file_.report(catalog_codes::kDuplicate, action.span,
                 in_backticks(known->second) + " has the action " + in_backticks(action.text) +
                     " too: a reviewer must be able to tell the steps apart");
  }

  Loading& loading_;
  CatalogFile& file_;
  Steps& steps_;
  RowKeys keys_;
  std::unordered_map<std::string_view, std::string> actions_;
};

void read_steps(Loading& loading) {
  constexpr std::array kColumns{Column{"feature"}, Column{"operation"}, Column{"account"},
                                Column{"action"}, Column{"expect"}};
  TableState state;
  auto opened = loading.open_table(kTestStepsTable, kColumns, state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  Steps steps = no_steps(loading.rows());
  StepReader reader(loading, file, steps);
  bool is_whole = opened->table.broken_rows().empty();
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const auto cell = [&](std::size_t column) { return opened->table.cell(row, column); };
    const bool has_feature = require_text(file, cell(0), "feature");
    const bool has_operation = require_text(file, cell(1), "operation");
    const bool has_action = require_text(file, cell(3), "action");
    const bool has_expect = require_text(file, cell(4), "expect");
    const TestStep step{cell(2).text, cell(3).text, cell(4).text};
    const bool is_named =
        has_feature && has_operation && reader.read(cell(0), cell(1), step, cell(3));
    is_whole = is_whole && is_named && has_action && has_expect;
  }
  if (loading.fallback() == nullptr && is_whole && are_calls_known(loading)) {
    check_completeness(loading, file, state.header, steps);
  }
  keep(loading, std::move(steps));
}

}  // namespace

void load_test_steps(Loading& loading) {
  if (loading.falls_back(kTestStepsTable)) {
    copy_steps(loading);
  } else {
    read_steps(loading);
  }
}

}  // namespace zoomc::catalog_source
