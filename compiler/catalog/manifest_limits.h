#pragma once
#include <cstddef>
#include <string_view>

// Zoom's limits for events in a manifest. Source: replies of its manifest validator.
namespace zoomc::catalog {

inline constexpr std::size_t kMaxEventSubscriptions = 20;

// Whether it is an event of Zoom's real-time media streams, which a manifest cannot subscribe to. A
// later update of the app can still store it.
constexpr bool is_rtms_event(std::string_view type) {
  return type.starts_with("meeting.rtms_") || type.starts_with("webinar.rtms_") ||
         type.starts_with("rtms.concurrency_");
}

}  // namespace zoomc::catalog
