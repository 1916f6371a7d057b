#include "model/mapping_reader.h"
#include "model/sections.h"
#include "model/values.h"

namespace zoomc::model {
namespace {

std::optional<Contact> read_contact(Reading& reading, const Slot& slot) {
  const auto contact = open_mapping(reading, slot, kContactSection);
  if (!contact) return std::nullopt;
  return Contact{.name = contact->get("name", read_text),
                 .email = contact->get("email", read_word)};
}

Links read_links(Reading& reading, const Slot& slot) {
  const auto links = open_mapping(reading, slot, kLinksSection);
  if (!links) return {};
  return {.website = links->get("website", read_word),
          .privacy = links->get("privacy", read_word),
          .terms = links->get("terms", read_word),
          .support = links->get("support", read_word),
          .documentation = links->get("documentation", read_word)};
}

}  // namespace

void read_listing(Reading& reading, const Slot& slot, App& app) {
  app.app_key = slot.key;
  const auto listing = open_mapping(reading, slot, kAppSection);
  if (!listing) return;
  app.name = listing->get("name", read_text);
  app.summary = listing->get("summary", read_text);
  app.description = listing->get("description", read_text);
  app.company = listing->get("company", read_text);
  app.purpose = listing->get("purpose", read_text);
  app.contact = listing->get("contact", read_contact);
  app.links = listing->get("links", read_links);
}

}  // namespace zoomc::model
