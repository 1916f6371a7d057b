#include "review/checklist.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "review/checklist_items.h"
#include "review/finding_homes.h"
#include "review/key_path.h"

namespace zoomc {

std::string_view to_string(ItemState state) {
  switch (state) {
    case ItemState::done: return "done";
    case ItemState::open: return "open";
    case ItemState::wrong: return "wrong";
  }
  return {};
}

std::size_t Checklist::count(ItemState state) const {
  std::size_t number = 0;
  for (const CheckSection& section : sections) {
    number += static_cast<std::size_t>(
        std::count_if(section.items.begin(), section.items.end(),
                      [&](const CheckItem& item) { return item.state == state; }));
  }
  return number;
}

namespace {

// Whose entry of `accounts` a place is in.
class AccountPlaces {
 public:
  explicit AccountPlaces(const std::vector<Account>& accounts) {
    for (const Account& account : accounts) by_begin_.emplace(account.span.begin, &account);
  }

  // Null outside of every account.
  const Account* find(Span place) const {
    const auto next = by_begin_.upper_bound(place.begin);
    if (next == by_begin_.begin()) return nullptr;
    const Account* account = std::prev(next)->second;
    return account->span.contains(place) ? account : nullptr;
  }

 private:
  std::map<std::uint32_t, const Account*> by_begin_;
};

class Builder {
 public:
  Builder(const CompiledApp& cx, const LintFacts& facts, const std::string& file_argument)
      : cx_(cx), at_(make_situation(cx, facts, file_argument)), account_places_(cx.app.accounts) {}

  Checklist build(std::span<const Diagnostic> findings) {
    for (const ItemRow& row : item_rows()) {
      if (row.applies(at_)) add_row(row);
    }
    index();
    for (const Diagnostic& found : findings) hand_out(found);
    for (const auto& entry : items_) settle(*entry.second);
    for (const GuideRow& row : guide_rows()) add_guide_line(row);
    return std::move(list_);
  }

 private:
  void add_row(const ItemRow& row) {
    const std::string title = title_of(row.part, at_);
    if (list_.sections.empty() || list_.sections.back().title != title) {
      list_.sections.push_back({title, {}});
      accounts_.emplace_back();
    }
    if (!row.per_account || cx_.app.accounts.empty()) return add_item(row, nullptr);
    for (const Account& account : cx_.app.accounts) add_item(row, &account);
  }

  void add_item(const ItemRow& row, const Account* account) {
    CheckItem item{.id = row.id, .text = fill_in(row.text, at_, account)};
    if (row.judge != nullptr) row.judge(at_, account, item);
    list_.sections.back().items.push_back(std::move(item));
    accounts_.back().push_back(account);
  }

  // Once nothing moves any more.
  void index() {
    for (std::size_t s = 0; s < list_.sections.size(); ++s) {
      for (std::size_t i = 0; i < list_.sections[s].items.size(); ++i) {
        CheckItem& item = list_.sections[s].items[i];
        items_.emplace(item.id, &item);
        of_account_.emplace(std::pair(item.id, accounts_[s][i]), &item);
      }
    }
  }

  // To the item of its account, else to the first of its home. Where the app has no such item a
  // mistake is the file's, and a note is about something that is not asked for yet.
  void hand_out(const Diagnostic& found) {
    const std::string path = key_path_at(cx_.document.root, found.primary.begin);
    const std::string_view home = home_of(found.item, path);
    const auto own = of_account_.find(std::pair(home, account_places_.find(found.primary)));
    auto item = items_.lower_bound(home);
    if (item == items_.end() || item->first != home) {
      if (found.severity == Severity::note) return;
      item = items_.lower_bound("file");
    }
    (own != of_account_.end() ? own->second : item->second)->findings.push_back(&found);
  }

  // A note is no mistake, but what it is about is not proven.
  static void settle(CheckItem& item) {
    for (const Diagnostic* found : item.findings) {
      if (found->severity != Severity::note) {
        item.state = ItemState::wrong;
      } else if (item.state == ItemState::done) {
        item.state = ItemState::open;
      }
    }
  }

  void add_guide_line(const GuideRow& row) {
    if (items_.count(row.items.front()) == 0) return;
    GuideLine line{.state = ItemState::done, .text = fill_in(row.text, at_, nullptr)};
    for (const std::string_view id : row.items) {
      const auto [first, last] = items_.equal_range(id);
      for (auto entry = first; entry != last; ++entry) {
        line.state = std::max(line.state, entry->second->state);
      }
      if (first != last) line.items.push_back(id);
    }
    list_.guide_lines.push_back(std::move(line));
  }

  const CompiledApp& cx_;
  const Situation at_;
  Checklist list_;
  // Beside the items of `list_`.
  std::vector<std::vector<const Account*>> accounts_;
  std::multimap<std::string_view, CheckItem*> items_;
  std::map<std::pair<std::string_view, const Account*>, CheckItem*> of_account_;
  const AccountPlaces account_places_;
};

}  // namespace

Checklist make_checklist(const CompiledApp& cx, const LintFacts& facts,
                         std::span<const Diagnostic> findings, const std::string& file_argument) {
  return Builder(cx, facts, file_argument).build(findings);
}

}  // namespace zoomc
