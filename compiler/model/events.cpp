#include "model/lists.h"
#include "model/mapping_reader.h"
#include "model/sections.h"
#include "model/values.h"

namespace zoomc::model {
namespace {

std::optional<Subscription> read_subscription(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kEventSection);
  if (!mapping) return std::nullopt;
  return Subscription{.span = slot.value->span,
                      .name = mapping->get("name", read_text).value_or(Text{}),
                      .id = mapping->get("id", read_text),
                      .types = mapping->get("types", read_words_or_none),
                      .url = mapping->get("url", read_per_environment).value_or(PerEnvironment{})};
}

}  // namespace

std::vector<Subscription> read_events(Reading& reading, const Slot& slot) {
  std::vector<Subscription> subscriptions;
  for_each_entry(reading, slot, [&](const Slot& entry) {
    if (auto subscription = read_subscription(reading, entry)) {
      subscriptions.push_back(*std::move(subscription));
    }
  });
  return subscriptions;
}

}  // namespace zoomc::model
