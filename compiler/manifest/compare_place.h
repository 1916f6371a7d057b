#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/json.h"

namespace zoomc::compare {

// A place of a manifest while it is walked, whether or not anything stands there. As `JsonPlace`,
// but what takes time to write down (the pointer, the order) is made only for what differs: a walk
// over every leaf must not copy the way to it. Refers to the place above, which must outlive it.
class Place {
 public:
  explicit Place(const json::Value& root) : Place(&root, nullptr, Step::root, {}, 0) {}

  // Of this object, of this list.
  Place member(std::size_t index) const&;
  Place item(std::size_t index) const&;
  Place member(std::size_t index) const&& = delete;
  Place item(std::size_t index) const&& = delete;
  // Where a member of that name would be; for what would be an item the name is empty.
  Place missing(std::string_view name) const&;
  Place missing(std::string_view name) const&& = delete;
  // The member of that name, the first of several.
  Place find(std::string_view name) const&;
  Place find(std::string_view name) const&& = delete;

  // The value; null for what is absent, `null` or a blank text.
  const json::Value* value() const { return value_; }
  bool is_list() const { return value_ != nullptr && value_->IsArray(); }
  bool is_object() const { return value_ != nullptr && value_->IsObject(); }
  // Something that is neither.
  bool is_leaf() const { return value_ != nullptr && !is_list() && !is_object(); }
  std::optional<std::string_view> text() const;
  std::size_t item_count() const { return is_list() ? value_->Size() : 0; }
  std::size_t member_count() const { return is_object() ? value_->MemberCount() : 0; }
  std::string_view member_name(std::size_t index) const;

  // As those of `JsonPlace`, but long names are cut.
  std::string pointer() const;
  std::vector<std::uint32_t> order() const;

 private:
  enum class Step : std::uint8_t { root, member, item, missing };
  Place(const json::Value* value, const Place* parent, Step step, std::string_view name,
        std::uint32_t index);

  const json::Value* value_;
  const Place* parent_;
  Step step_;
  std::string_view name_;
  std::uint32_t index_;
};

}  // namespace zoomc::compare
