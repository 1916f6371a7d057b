#include "manifest/compare_changes.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace zoomc::compare {
namespace {

bool is_before(const ManifestChange& a, const ManifestChange& b) {
  return std::tie(a.part, a.subject, a.subscription, a.before, a.after) <
         std::tie(b.part, b.subject, b.subscription, b.before, b.after);
}

}  // namespace

void Changes::add(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
                  std::string subject, std::string before_value, std::string after_value) {
  if (changes_.size() >= kMaxChanges) {
    is_cut_ = true;
    return;
  }
  changes_.push_back({.kind = kind,
                      .part = topic.part,
                      .subject = std::move(subject),
                      .subscription = std::string(topic.subscription),
                      .before = std::move(before_value),
                      .after = std::move(after_value),
                      .before_order = before.order(),
                      .after_order = after.order()});
}

void Changes::add_leaf(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
                       std::string before_value, std::string after_value) {
  if (is_cut_) return;
  const Place& standing = kind == ChangeKind::removed ? before : after;
  add(kind, topic, before, after, standing.pointer(), std::move(before_value),
      std::move(after_value));
}

std::vector<ManifestChange> Changes::take() {
  std::stable_sort(changes_.begin(), changes_.end(), is_before);
  if (is_cut_) changes_.push_back({.kind = ChangeKind::changed, .subject = "/"});
  is_cut_ = false;
  return std::exchange(changes_, {});
}

}  // namespace zoomc::compare
