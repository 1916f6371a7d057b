#include "catalog/lookup.h"
#include "explain/answers.h"
#include "text/quote.h"

namespace zoomc {

Answer answer_platform(const Catalog& catalog, const Platform& platform) {
  Answer answer;
  const bool own = platform.regions.empty();
  answer.say(std::string(platform.id) + ": a platform, " +
             (own ? "where the app itself receives the redirect"
                  : std::string(platform.title) + " receives the redirect"));
  answer.row("add", "platform: " + std::string(platform.id));
  if (own) answer.row("needs", "oauth.redirect_url");
  for (const Region& region : platform.regions) {
    answer.row("region", std::string(region.id), std::string(region.redirect_url));
  }
  if (platform.sign_in) {
    const Feature& feature = catalog.features[*platform.sign_in];
    for (const OperationId id : feature.operations) {
      answer.row("sign-in", display_name(catalog.operations[id]), "always needed");
    }
  }
  for (const Integration& integration : platform.integrations) {
    const auto& groups = integration.feature_groups;
    const std::string list = join_words(std::vector<std::string>(groups.begin(), groups.end()));
    answer.row("integration", std::string(integration.id),
               list.empty() ? "for no feature" : "for " + list);
  }
  answer.row("guide", platform.has_guide_names ? "scope_names: guide may be asked for"
                                               : "no names of its own");
  return answer;
}

Answer answer_region(const Platform& platform, const Region& region) {
  Answer answer;
  answer.say(std::string(region.id) + ": the " + std::string(region.title) + " region of " +
             std::string(platform.title));
  answer.row("add", "region: " + std::string(region.id));
  answer.row("redirect", std::string(region.redirect_url));
  for (const Region& other : platform.regions) {
    if (other.id == region.id) continue;
    answer.row("others", std::string(other.id), std::string(other.redirect_url));
  }
  return answer;
}

}  // namespace zoomc
