// A tree to an app, an app to its scopes; and every operation of the catalog in one app.
#include <algorithm>
#include <deque>

#include "catalog/builtin.h"
#include "measure.h"
#include "model/build.h"
#include "resolve/resolve.h"

namespace zoomc::bench {
namespace {

void model(const SourceFile&, const driver::Checked& checked) {
  Sink sink;
  benchmark::DoNotOptimize(model::build_app(checked.analysis->document, sink));
}

void resolve_app(const SourceFile&, const driver::Checked& checked) {
  Sink sink;
  benchmark::DoNotOptimize(
      resolve::resolve(checked.analysis->app, catalog::builtin_catalog(), sink));
}

struct VocabularyWord {
  const char* word;
  catalog::ScopeModel model;
};
constexpr VocabularyWord kVocabularies[] = {{"granular", catalog::ScopeModel::granular},
                                            {"classic", catalog::ScopeModel::classic},
                                            {"guide", catalog::ScopeModel::granular}};

bool has_admin_alternative(const catalog::Operation& operation, catalog::ScopeModel model) {
  const auto scopes = operation.scopes(model);
  return std::any_of(scopes.begin(), scopes.end(), [](catalog::ScopeId id) {
    return catalog::builtin_catalog().scopes[id].level == catalog::Level::admin;
  });
}

// An app that asks for all that an admin can grant.
std::string every_operation(const VocabularyWord& vocabulary) {
  std::string text =
      "zoomc: 1\napp: {name: Everything}\nregion: us\nmanaged_by: admin\nscope_names: " +
      std::string(vocabulary.word) + "\noperations:\n";
  for (const catalog::Operation& operation : catalog::builtin_catalog().operations) {
    if (!has_admin_alternative(operation, vocabulary.model)) continue;
    text += "  - " + std::string(operation.method) + " " + std::string(operation.path) + "\n";
  }
  return text;
}

}  // namespace

void measure_resolve(const std::vector<Input>& inputs) {
  for (const Input& input : inputs) {
    measure("model", input, model);
    measure("resolve", input, resolve_app);
  }
  static std::deque<Input> everything;
  for (const VocabularyWord& vocabulary : kVocabularies) {
    everything.push_back(
        input_of(std::string("every_operation_") + vocabulary.word, every_operation(vocabulary)));
    measure("resolve", everything.back(), resolve_app);
  }
}

}  // namespace zoomc::bench
