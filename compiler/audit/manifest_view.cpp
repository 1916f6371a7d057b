#include "audit/manifest_view.h"

#include <algorithm>

namespace zoomc {
namespace {

bool covers(const JsonSpans& value, Span span) {
  const Span whole = value.key.empty() ? value.value : Span::cover(value.key, value.value);
  return whole.contains(span);
}

}  // namespace

Span ManifestView::span_of(const std::vector<std::uint32_t>& order) const {
  const JsonSpans* found = read_.spans_at(order);
  if (found == nullptr) {
    std::vector<std::uint32_t> around = order;
    around.pop_back();
    const JsonSpans* outer = read_.spans_at(around);
    return outer != nullptr && !outer->key.empty() ? outer->key : read_.place_of(order);
  }
  if (found->children.empty()) return found->value;
  return found->key.empty() ? Span{found->value.begin, found->value.begin + 1} : found->key;
}

Span ManifestView::key_of(const std::vector<std::uint32_t>& order) const {
  const JsonSpans* found = read_.spans_at(order);
  return found != nullptr && !found->key.empty() ? found->key : span_of(order);
}

std::optional<Text> ManifestView::text(const JsonPlace& place) const {
  const auto value = place.text();
  const JsonSpans* spans = read_.spans_at(place.order());
  if (!value || place.is_blank() || spans == nullptr) return std::nullopt;
  return Text{std::string(*value), spans->value, spans->key};
}

std::string ManifestView::pointer_of(Span span) const {
  JsonPlace here = root_;
  const JsonSpans* spans = read_.manifest_spans;
  for (;;) {
    // Children stand one behind the other.
    const auto below =
        std::partition_point(spans->children.begin(), spans->children.end(),
                             [span](const JsonSpans& child) { return child.value.end < span.end; });
    if (below == spans->children.end() || !covers(*below, span)) return here.pointer();
    const auto index = static_cast<std::size_t>(below - spans->children.begin());
    here = here.value()->IsArray() ? here.item(index) : here.member_at(index);
    spans = &*below;
  }
}

}  // namespace zoomc
