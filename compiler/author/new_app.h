#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "model/app.h"

namespace zoomc::author {

// The answers for a new app. Regions are ids of the platform, features its words
// ("meetings.read", "users.write").
struct NewApp {
  std::string name;
  std::string company;
  std::string purpose;
  const catalog::Platform* platform = nullptr;
  std::vector<std::string> regions;
  // Only if the platform has no regions.
  std::string redirect_url;
  std::vector<std::string> features;
  std::optional<model::ManagedBy> managed_by;
};

// The app file, with comments for people who read one for the first time.
std::string write_new_app(const NewApp& app);

// The words to choose features from: each feature that is in no composite, and the composites;
// by group, reading first.
struct FeatureChoice {
  std::string_view name;
  std::string_view phrase;
};
std::vector<FeatureChoice> feature_choices(const catalog::Catalog& catalog);

// True if the word, a feature or composite, means the whole account.
bool is_admin_only(const catalog::Catalog& catalog, std::string_view feature);

}  // namespace zoomc::author
