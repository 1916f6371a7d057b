#pragma once
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "source/source_file.h"

namespace zoomc {
namespace catalog_source {

// Lists that rows point into; what was kept stays where it is.
template <class T>
class Lists {
 public:
  std::span<const T> keep(std::vector<T> list) {
    if (list.empty()) return {};
    return lists_.emplace_back(std::move(list));
  }

 private:
  std::deque<std::vector<T>> lists_;
};

}  // namespace catalog_source

// Everything a catalog that was read at run time is made of. `view` is the catalog; the rest owns
// what it points to. Not to be moved once `view` points into it.
struct CatalogStorage {
  CatalogStorage() = default;
  CatalogStorage(const CatalogStorage&) = delete;
  CatalogStorage& operator=(const CatalogStorage&) = delete;

  std::string_view keep(std::string text) { return strings.emplace_back(std::move(text)); }

  std::deque<SourceFile> files;
  std::deque<std::string> strings;
  catalog_source::Lists<ScopeId> scope_lists;
  catalog_source::Lists<OperationId> operation_lists;
  catalog_source::Lists<EventId> event_lists;
  catalog_source::Lists<FeatureId> feature_lists;
  catalog_source::Lists<std::string_view> name_lists;
  catalog_source::Lists<TestStep> test_step_lists;
  catalog_source::Lists<Region> regions;
  catalog_source::Lists<Integration> integrations;
  std::vector<Scope> scopes;
  std::vector<Operation> operations;
  std::vector<Event> events;
  std::vector<Feature> features;
  std::vector<Composite> composites;
  std::vector<Platform> platforms;
  std::vector<Word> words;
  std::vector<ErrorText> errors;
  std::vector<Symptom> symptoms;
  std::vector<ImpliedScope> implied_scopes;
  Catalog view;
};

}  // namespace zoomc
