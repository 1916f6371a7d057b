#pragma once
#include <optional>
#include <vector>

#include "author/app_draft.h"
#include "author/manifest_rest.h"

// What the language has words for, taken from a manifest into a draft. What cannot be said stays in
// the rest.
namespace zoomc {

// `app`: the listing and who made it.
void take_listing(ManifestRest& rest, AppDraft& draft);
// `surface`.
void take_surface(ManifestRest& rest, AppDraft& draft);

// The subscriptions, if all of them, with everything in them, can be said under `events` by an app
// of that management. The rest keeps them.
std::optional<std::vector<DraftSubscription>> read_subscriptions(const ManifestRest& rest,
                                                                 ManagedBy managed_by);

}  // namespace zoomc
