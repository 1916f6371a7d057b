#include "manifest/validate_features.h"

#include <string>

#include "catalog/manifest_limits.h"
#include "diagnostics/codes.h"
#include "manifest/known_values.h"
#include "text/quote.h"

namespace zoomc {
namespace {

using namespace manifest_codes;

constexpr std::size_t kMaxShortcuts = 20;

void check_surface(const JsonPlace& features, ManifestFindings& findings) {
  const JsonPlace products = features.member("products");
  check_each_value(products, kProducts, findings);
  if (!products.may_be_array() || products.item_count() > 0) return;
  const JsonPlace home = features.member("development_home_uri");
  if (home.text() && !home.is_blank()) {
    findings.rejects(kSurfaceWithoutProduct, home,
                     "`development_home_uri` needs a product, and `products` is empty");
  }
  const JsonPlace domains = features.member("domain_allow_list");
  if (domains.item_count() > 0) {
    findings.rejects(kSurfaceWithoutProduct, domains,
                     "`domain_allow_list` needs a product, and `products` is empty");
  }
}

void check_chat(const JsonPlace& chat, ManifestFindings& findings) {
  const JsonPlace command = chat.member("slash_command");
  const JsonPlace url = command.member("development_message_url");
  if (chat.member("enable").is_true() && command.may_be_object() && url.is_blank()) {
    findings.rejects(kMissingMessageUrl, url,
                     "the chat subscription is enabled, so its slash command needs a "
                     "`development_message_url`");
  }
  const JsonPlace shortcuts = chat.member("shortcuts");
  if (shortcuts.item_count() > kMaxShortcuts) {
    findings.rejects(kTooManyShortcuts, shortcuts,
                     "there are " + std::to_string(shortcuts.item_count()) +
                         " chat shortcuts; Zoom takes at most " + std::to_string(kMaxShortcuts));
  }
  for (std::size_t i = 0; i < shortcuts.item_count(); ++i) {
    check_each_value(shortcuts.item(i).member("action_types"), kActionTypes, findings);
  }
}

void check_event_types(const JsonPlace& types, ManifestFindings& findings) {
  for (std::size_t i = 0; i < types.item_count(); ++i) {
    const JsonPlace type = types.item(i);
    if (!type.text() || !is_rtms_event(*type.text())) continue;
    findings.rejects(kRtmsEvent, type,
                     in_backticks(*type.text()) +
                         " is an RTMS event, which Zoom takes in no manifest; a later update of "
                         "the app can still store it");
  }
}

void check_subscriptions(const JsonPlace& events, ManifestFindings& findings) {
  if (events.item_count() > kMaxEventSubscriptions) {
    findings.rejects(kTooManySubscriptions, events,
                     "there are " + std::to_string(events.item_count()) +
                         " event subscriptions; Zoom takes at most " +
                         std::to_string(kMaxEventSubscriptions));
  }
  for (std::size_t i = 0; i < events.item_count(); ++i) {
    check_event_types(events.item(i).member("event_types"), findings);
  }
}

}  // namespace

void check_features(const JsonPlace& features, ManifestFindings& findings) {
  check_surface(features, findings);
  check_chat(features.member("team_chat_subscription"), findings);
  check_subscriptions(features.member("event_subscription").member("events"), findings);
}

}  // namespace zoomc
