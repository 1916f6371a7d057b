#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"

namespace zoomc::manifest {

enum class ChangeKind : std::uint8_t { added, removed, changed };

// The subject of a difference, for code that weighs or describes it. `subscription`, `event_type`
// and `webhook_url` are of `event_subscription`; `listing` and `developer` are all of
// `display_information` and `developer_information`; `other` is any leaf that has no word of its
// own here.
enum class ManifestPart : std::uint8_t {
  usage,
  scope,
  scope_optional,
  development_redirect,
  production_redirect,
  allow_list_entry,
  strict_mode,
  subdomain_strict_mode,
  scope_description,
  listing,
  developer,
  product,
  home_url,
  domain,
  subscription,
  event_type,
  webhook_url,
  other
};

// "added"; "scope_optional".
std::string_view to_string(ChangeKind kind);
std::string_view to_string(ManifestPart part);

// One difference in meaning between two manifests. `subject` is what it is about: the scope's name,
// the entry of the allow list, the product, the domain, the event type, the subscription (named as
// below), else the pointer below the manifest. `before` and `after` are the values for people,
// neither escaped nor cut, empty if there is none: of a scope "required" or "optional", of a
// domain its explanation, of a subscription its name, of an entry of a list the entry, else the
// leaf; what is no text is written as in JSON, and so is a text that would read the same as the
// value of another type on the other side. `before_order` and `after_order` are as
// `JsonPlace::order`: where it is in either manifest, or in what it would.
struct ManifestChange {
  ChangeKind kind = ChangeKind::changed;
  ManifestPart part = ManifestPart::other;
  std::string subject;
  // The subscription that it is, or that an event type, a webhook or another leaf belongs to: its
  // name, else its id, else its URL for production, else for development; that of `after` where
  // both have it.
  std::string subscription;
  std::string before;
  std::string after;
  std::vector<std::uint32_t> before_order;
  std::vector<std::uint32_t> after_order;
};

// The largest number of differences reported. After it one last change, `other` with the subject
// `/`, says that there are more.
inline constexpr std::size_t kMaxChanges = 10'000;

// The differences in meaning between `before` and `after`, in the order of the parts above,
// within one by subject, then by subscription. Both are bare manifests (not wrapped) nested no
// deeper than `kMaxNesting`. Not bytes:
// - Keys are in any order. `null`, a blank text, and a list or object with nothing in it are as
//   if absent; `false` is not. Of a key that occurs twice the first counts. Numbers compare as
//   numbers.
// - Lists of texts (allow list, products, event types and all the others) are in any order, an
//   entry that occurs twice counts once; any other list that has no meaning of its own below
//   compares position by position.
// - Scopes go by name. One is optional when every entry of its name says so: `true` or the text
//   "true"; `optional` that is missing or anything else means required. An entry that names no
//   scope is `other`.
// - Domains go by name; of one that occurs twice the first explanation counts.
// - Subscriptions are paired by id, what is left by name, what is left by both URLs, what has none
//   of these in order; an id that only one of a pair has is no difference, because Zoom gives one
//   where none is written. An absent `event_usage` follows `usage`, an absent `communicate_type` is
//   `WEB_HOOK`. Without subscriptions `enable` says nothing. An unpaired one is told as a change of
//   `subscription`, and each thing in it as one of its own.
std::vector<ManifestChange> compare_manifests(const json::Value& before, const json::Value& after);

}  // namespace zoomc::manifest
