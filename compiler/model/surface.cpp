#include "model/lists.h"
#include "model/mapping_reader.h"
#include "model/sections.h"
#include "model/values.h"

namespace zoomc::model {
namespace {

std::optional<SurfaceDomain> read_domain(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kDomainSection);
  if (!mapping) return std::nullopt;
  const std::optional<Text> domain = mapping->get("domain", read_word);
  const std::optional<Text> reason = mapping->get("reason", read_text);
  if (!domain) return std::nullopt;
  return SurfaceDomain{.domain = *domain, .reason = reason};
}

std::vector<SurfaceDomain> read_domains(Reading& reading, const Slot& slot) {
  std::vector<SurfaceDomain> domains;
  for_each_entry(reading, slot, [&](const Slot& entry) {
    if (auto domain = read_domain(reading, entry)) domains.push_back(*std::move(domain));
  });
  return domains;
}

}  // namespace

Surface read_surface(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kSurfaceSection);
  if (!mapping) return {};
  return {.products = mapping->get("products", read_words_or_none),
          .home_url = mapping->get("home_url", read_per_environment),
          .domains = mapping->get("domains", read_domains)};
}

}  // namespace zoomc::model
