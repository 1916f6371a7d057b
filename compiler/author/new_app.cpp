#include "author/new_app.h"

#include <algorithm>
#include <fmt/core.h>
#include <set>
#include <tuple>

#include "author/app_draft.h"
#include "catalog/lookup.h"

namespace zoomc::author {
namespace {

constexpr std::string_view kAboutFeatures =
    "What it does; the scopes follow. `zoomc catalog features` lists all there is.";
constexpr std::string_view kFirstFeature = "features: {meetings: [read]}";

void write_platform(const NewApp& app, AppDraft& draft) {
  if (app.platform->id != model::App{}.platform_or_default()) draft.platform = app.platform->id;
  draft.regions = app.regions;
  draft.development_redirect = draft.production_redirect = app.redirect_url;
  if (!app.regions.empty()) {
    draft.above["region"] = {fmt::format(
        "Where your {} workspace lives: it decides the redirect URL.", app.platform->title)};
  }
  if (!app.redirect_url.empty()) {
    draft.above["oauth"] = {"Where Zoom sends users back to, byte for byte."};
  }
}

}  // namespace

std::string write_new_app(const NewApp& app) {
  AppDraft draft;
  draft.head = {
      "What the app does, for whom, and where. `zoomc lint` checks it, `zoomc compile` makes its",
      "manifest for Zoom Marketplace, `zoomc checklist` lists what is left to do."};
  draft.name = app.name;
  draft.company = app.company;
  draft.purpose = app.purpose;
  if (!app.purpose.empty()) draft.behind["app/purpose"] = "in the texts that reviewers read";
  draft.managed_by = app.managed_by;
  write_platform(app, draft);
  draft.features = app.features;
  draft.above["features"] = {std::string(kAboutFeatures)};
  std::string text = write_app(draft);
  if (app.features.empty()) {
    text.append("# ").append(kAboutFeatures).append("\n# ").append(kFirstFeature).append("\n");
  }
  text +=
      "# To be published it needs more: `app.summary`, `app.description`, `app.contact` and "
      "`app.links`.\n";
  return text;
}

std::vector<FeatureChoice> feature_choices(const catalog::Catalog& catalog) {
  std::set<catalog::FeatureId> members;
  std::vector<FeatureChoice> choices;
  for (const catalog::Composite& composite : catalog.composites) {
    members.insert(composite.members.begin(), composite.members.end());
    choices.push_back({composite.name, composite.phrase});
  }
  for (std::size_t i = 0; i < catalog.features.size(); ++i) {
    const catalog::Feature& feature = catalog.features[i];
    if (feature.action().empty() || members.count(static_cast<catalog::FeatureId>(i)) != 0)
      continue;
    choices.push_back({feature.name, feature.phrase});
  }
  const auto place = [&catalog](const FeatureChoice& choice) {
    return std::tuple(choice.name.substr(0, choice.name.find('.')),
                      catalog::find_composite(catalog, choice.name) != nullptr, choice.name);
  };
  std::sort(
      choices.begin(), choices.end(),
      [&place](const FeatureChoice& a, const FeatureChoice& b) { return place(a) < place(b); });
  return choices;
}

bool is_admin_only(const catalog::Catalog& catalog, std::string_view feature) {
  if (const catalog::Composite* composite = catalog::find_composite(catalog, feature)) {
    return std::any_of(
        composite->members.begin(), composite->members.end(),
        [&catalog](catalog::FeatureId id) { return catalog.features[id].admin_only; });
  }
  const auto id = catalog::find_feature(catalog, feature);
  return id && catalog.features[*id].admin_only;
}

}  // namespace zoomc::author
