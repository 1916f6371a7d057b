#include "manifest/json_place.h"

#include <limits>

#include "text/quote.h"

namespace zoomc::manifest {
namespace {

constexpr std::uint32_t kNoIndex = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::string member_pointer(std::string_view parent, std::string_view name) {
  std::string pointer(parent == "/" ? std::string_view{} : parent);
  pointer += '/';
  // A long name would be in the pointer of each value below it.
  const std::string quoted = in_backticks(name);
  return pointer.append(quoted, 1, quoted.size() - 2);
}

std::string item_pointer(std::string_view parent, std::size_t index) {
  std::string pointer(parent);
  pointer += '[';
  pointer += std::to_string(index);
  return pointer += ']';
}

JsonPlace::JsonPlace(const json::Value& root) : value_(root.IsNull() ? nullptr : &root) {}

JsonPlace JsonPlace::child(const json::Value* value, Step step) const {
  JsonPlace place = *this;
  place.value_ = value != nullptr && value->IsNull() ? nullptr : value;
  place.steps_.push_back(step);
  return place;
}

JsonPlace JsonPlace::member(std::string_view name) const {
  const std::size_t count = member_count();
  for (std::size_t i = 0; i < count; ++i) {
    if (member_name(i) == name) return member_at(i);
  }
  return child(nullptr, {.name = name, .index = kNoIndex});
}

JsonPlace JsonPlace::member_at(std::size_t index) const {
  const auto found = value_->MemberBegin() + static_cast<std::ptrdiff_t>(index);
  return child(&found->value,
               {.name = json::text_of(found->name), .index = static_cast<std::uint32_t>(index)});
}

JsonPlace JsonPlace::item(std::size_t index) const {
  const auto at = static_cast<std::uint32_t>(index);
  return child(&(*value_)[at], {.index = at, .is_item = true});
}

std::string JsonPlace::pointer() const {
  std::string pointer = "/";
  for (const Step& step : steps_) {
    pointer = step.is_item ? item_pointer(pointer, step.index) : member_pointer(pointer, step.name);
  }
  return pointer;
}

std::vector<std::uint32_t> JsonPlace::order() const {
  std::vector<std::uint32_t> order;
  for (const Step& step : steps_) {
    order.push_back(step.index);
    // All that is absent from the same place stays in the order it was asked for.
    if (step.index == kNoIndex) break;
  }
  return order;
}

std::string_view JsonPlace::member_name(std::size_t index) const {
  return json::text_of((value_->MemberBegin() + static_cast<std::ptrdiff_t>(index))->name);
}

std::size_t JsonPlace::member_count() const {
  return present() && value_->IsObject() ? value_->MemberCount() : 0;
}

std::size_t JsonPlace::item_count() const {
  return present() && value_->IsArray() ? value_->Size() : 0;
}

std::optional<std::string_view> JsonPlace::text() const {
  if (!present() || !value_->IsString()) return std::nullopt;
  return json::text_of(*value_);
}

bool JsonPlace::is_true() const {
  return present() && value_->IsTrue();
}

bool JsonPlace::is_blank() const {
  if (!present()) return true;
  const auto written = text();
  return written && written->find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace zoomc::manifest
