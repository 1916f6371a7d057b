#pragma once
#include "manifest/compare_changes.h"

namespace zoomc::compare {

// `features.event_subscription` of two manifests, each with its `usage`: pairs the subscriptions
// and compares pair by pair.
void compare_event_subscriptions(const Place& before, const Place& before_usage, const Place& after,
                                 const Place& after_usage, Changes& changes);

}  // namespace zoomc::compare
