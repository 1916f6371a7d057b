#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manifest/compare.h"
#include "manifest/compare_place.h"

namespace zoomc::compare {

// What a stretch of the walk is about: the part that its leaves belong to, and the subscription
// that it is in, if any.
struct Topic {
  ManifestPart part = ManifestPart::other;
  std::string_view subscription = {};
};

// Collects what differs, up to `kMaxChanges`.
class Changes {
 public:
  void add(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
           std::string subject, std::string before_value, std::string after_value);
  // The same about the place itself: its pointer is the subject.
  void add_leaf(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
                std::string before_value, std::string after_value);

  // In the order that `compare_manifests` promises. Leaves nothing.
  std::vector<ManifestChange> take();

 private:
  std::vector<ManifestChange> changes_;
  bool is_cut_ = false;
};

}  // namespace zoomc::compare
