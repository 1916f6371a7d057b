#include "syntax/members.h"

#include "diagnostics/codes.h"
#include "syntax/limits.h"
#include "text/quote.h"

namespace zoomc::syntax {
namespace {

constexpr std::size_t kSmall = 16;

bool is_merge_key(const Node& key) {
  return key.style == ScalarStyle::plain && key.tag.empty() && !key.alias && key.text == "<<";
}

}  // namespace

void Members::add(Member member) {
  if (is_merge_key(member.key)) {
    report(finding(syntax_codes::kMergeKey, member.key.span,
                   "merge keys (`<<`) are not part of the language; write the keys out"));
    // One stays, so that nobody takes for missing what it would have brought.
    if (find(member.key.text) == nullptr) keep(std::move(member));
    return;
  }
  if (const Member* first = find(member.key.text)) {
    Diagnostic twice = finding(
        syntax_codes::kDuplicateKey, member.key.span,
        "key " + in_backticks(member.key.text) + " is already in this mapping; remove one of them");
    twice.labels.push_back({first->key.span, "first here"});
    report(std::move(twice));
    return;
  }
  keep(std::move(member));
}

void Members::keep(Member member) {
  if (!index_.empty()) index_.emplace(member.key.text, out_.size());
  out_.push_back(std::move(member));
}

const Member* Members::find(const std::string& key) {
  if (index_.empty() && out_.size() >= kSmall) {
    for (std::size_t i = 0; i < out_.size(); ++i) index_.emplace(out_[i].key.text, i);
  }
  if (!index_.empty()) {
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : &out_[found->second];
  }
  for (const Member& member : out_) {
    if (member.key.text == key) return &member;
  }
  return nullptr;
}

void Members::report(Diagnostic finding) {
  if (++reported_ <= kMaxReportedKeys) sink_.add(std::move(finding));
}

}  // namespace zoomc::syntax
