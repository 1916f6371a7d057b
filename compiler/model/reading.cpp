#include "model/reading.h"

#include <algorithm>
#include <fmt/core.h>

#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

std::optional<Span> alias_of(const Slot& outer, const syntax::Node& value) {
  if (outer.alias) return outer.alias;
  if (value.alias) return value.span;
  return std::nullopt;
}

bool is_block_collection(const syntax::Node& node) {
  return !node.is_scalar() && !node.flow;
}

}  // namespace

std::string Path::text() const {
  if (is_file()) return {};
  return (above_->is_file() ? "" : above_->text() + ".") + std::string(key_);
}

Slot member_slot(const Slot& mapping, const syntax::Member& member) {
  return {.value = &member.value,
          .path = Path(mapping.path, member.key.text),
          .key = member.key.span,
          .alias = alias_of(mapping, member.value),
          .is_key_explicit = member.is_key_explicit,
          .language = mapping.language};
}

Slot entry_slot(const Slot& list, const syntax::Node& entry) {
  return {.value = &entry,
          .path = list.path,
          .key = list.key,
          .alias = alias_of(list, entry),
          .entry = true,
          .language = list.language};
}

std::string name_of(const Slot& slot) {
  if (slot.path.is_file()) return std::string(slot.language->file);
  return (slot.entry ? "an entry of " : "") + in_backticks(slot.path.text());
}

Span place_of(const Slot& slot) {
  const bool has_key = !slot.entry && !slot.path.is_file();
  if (has_key && (slot.value->missing || is_block_collection(*slot.value))) return slot.key;
  return slot.value->span;
}

Span lack_place_of(const Slot& mapping) {
  if (!mapping.entry && !mapping.path.is_file()) return mapping.key;
  const syntax::Node& node = *mapping.value;
  return node.members.empty() ? node.span : node.members.front().key.span;
}

Reading::Reading(const syntax::Document& document, Sink& sink, std::vector<UnreadKey>& unread)
    : document_(document), sink_(sink), unread_(unread) {}

void Reading::report(const Slot& slot, Diagnostic found) {
  if (slot.alias) {
    found.primary = *slot.alias;
    found.labels.clear();
    found.fixes.clear();
  }
  if (++reported_ > kMaxFindings) return;
  if (reported_ == kMaxFindings) {
    found = finding(
        model_codes::kTooManyMistakes, found.primary,
        fmt::format("the file has {} mistakes or more; the rest is not listed", kMaxFindings));
  }
  if (found.severity == Severity::error) unread_.push_back({slot.path.text(), found.primary});
  sink_.add(std::move(found));
}

void Reading::report(const Slot& slot, const Code& code, std::string message,
                     std::vector<Fix> fixes) {
  Diagnostic found = finding(code, place_of(slot), std::move(message));
  found.fixes = std::move(fixes);
  report(slot, std::move(found));
}

bool Reading::has_comment_in(Span span) const {
  const std::vector<syntax::Comment>& comments = document_.comments;
  const auto next = std::lower_bound(comments.begin(), comments.end(), span.begin,
                                     [](const syntax::Comment& comment, std::uint32_t begin) {
                                       return comment.span.begin < begin;
                                     });
  return next != comments.end() && next->span.begin < span.end;
}

}  // namespace zoomc::model
