#include "manifest/compare_place.h"

#include <algorithm>
#include <limits>

#include "manifest/json_place.h"

namespace zoomc::compare {
namespace {

// As in `JsonPlace::order`.
constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_nothing(const json::Value& value) {
  return value.IsNull() || (value.IsString() && is_blank(json::text_of(value)));
}

}  // namespace

Place::Place(const json::Value* value, const Place* parent, Step step, std::string_view name,
             std::uint32_t index)
    : value_(value == nullptr || is_nothing(*value) ? nullptr : value),
      parent_(parent),
      step_(step),
      name_(name),
      index_(index) {}

Place Place::member(std::size_t index) const& {
  const auto found = value_->MemberBegin() + static_cast<std::ptrdiff_t>(index);
  return Place(&found->value, this, Step::member, json::text_of(found->name),
               static_cast<std::uint32_t>(index));
}

Place Place::item(std::size_t index) const& {
  const auto at = static_cast<std::uint32_t>(index);
  return Place(&(*value_)[at], this, Step::item, {}, at);
}

Place Place::missing(std::string_view name) const& {
  return Place(nullptr, this, Step::missing, name, kAbsent);
}

Place Place::find(std::string_view name) const& {
  const std::size_t count = member_count();
  for (std::size_t i = 0; i < count; ++i) {
    if (member_name(i) == name) return member(i);
  }
  return missing(name);
}

std::optional<std::string_view> Place::text() const {
  if (value_ == nullptr || !value_->IsString()) return std::nullopt;
  return json::text_of(*value_);
}

std::string_view Place::member_name(std::size_t index) const {
  return json::text_of((value_->MemberBegin() + static_cast<std::ptrdiff_t>(index))->name);
}

std::string Place::pointer() const {
  if (step_ == Step::root) return "/";
  const std::string above = parent_->pointer();
  if (step_ == Step::item) return item_pointer(above, index_);
  return name_.empty() && step_ == Step::missing ? above : member_pointer(above, name_);
}

std::vector<std::uint32_t> Place::order() const {
  std::vector<std::uint32_t> order;
  if (parent_ != nullptr) order = parent_->order();
  if (step_ == Step::root || (!order.empty() && order.back() == kAbsent)) return order;
  order.push_back(index_);
  return order;
}

}  // namespace zoomc::compare
