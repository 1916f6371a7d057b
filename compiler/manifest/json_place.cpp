#include "manifest/json_place.h"

#include <limits>

#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::string member_pointer(std::string_view parent, std::string_view name) {
  std::string pointer(parent == "/" ? std::string_view{} : parent);
  pointer += '/';
  return pointer += escape_controls(name);
}

std::string item_pointer(std::string_view parent, std::size_t index) {
  std::string pointer(parent);
  pointer += '[';
  pointer += std::to_string(index);
  return pointer += ']';
}

JsonPlace::JsonPlace(const json::Value& root) : JsonPlace(&root, "/", {}) {}

JsonPlace::JsonPlace(const json::Value* value, std::string pointer,
                     std::vector<std::uint32_t> order)
    : value_(value != nullptr && value->IsNull() ? nullptr : value),
      pointer_(std::move(pointer)),
      order_(std::move(order)) {}

JsonPlace JsonPlace::child(const json::Value* value, std::string pointer,
                           std::uint32_t index) const {
  std::vector<std::uint32_t> order = order_;
  // All that is absent from the same place stays in the order it was asked for.
  if (order.empty() || order.back() != kAbsent) order.push_back(index);
  return JsonPlace(value, std::move(pointer), std::move(order));
}

JsonPlace JsonPlace::member(std::string_view name) const {
  const std::size_t count = member_count();
  for (std::size_t i = 0; i < count; ++i) {
    if (member_name(i) == name) return member_at(i);
  }
  return child(nullptr, member_pointer(pointer_, name), kAbsent);
}

JsonPlace JsonPlace::member_at(std::size_t index) const {
  const auto at = static_cast<std::uint32_t>(index);
  const auto found = value_->MemberBegin() + static_cast<std::ptrdiff_t>(index);
  return child(&found->value, member_pointer(pointer_, json::text_of(found->name)), at);
}

JsonPlace JsonPlace::item(std::size_t index) const {
  const auto at = static_cast<std::uint32_t>(index);
  return child(&(*value_)[at], item_pointer(pointer_, index), at);
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

}  // namespace zoomc
