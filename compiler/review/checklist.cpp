#include "review/checklist.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "diagnostics/finding_kind.h"
#include "review/checklist_items.h"
#include "source/span.h"

namespace zoomc::review {
namespace {

constexpr std::array kHomes{
    PlaceHome{"app.name", "app-name"},
    PlaceHome{"oauth.redirect_url", "redirect-url"},
    PlaceHome{"oauth.allow_list", "allow-list"},
    PlaceHome{"region", "redirect-url"},
    PlaceHome{"surface", "surface"},
    PlaceHome{"features", "scopes"},
    PlaceHome{"operations", "scopes"},
    PlaceHome{"extra_scopes", "scopes"},
    PlaceHome{"events", "events"},
    PlaceHome{"justify", "reviewer-texts"},
    PlaceHome{"test_plan", "reviewer-texts"},
    PlaceHome{"app.purpose", "reviewer-texts"},
    PlaceHome{"unified", "integrations"},
    PlaceHome{"credentials", "app-credentials"},
    PlaceHome{"app", "listing"},
};

bool is_at_or_below(std::string_view path, std::string_view key) {
  if (path == key) return true;
  return path.size() > key.size() && path.substr(0, key.size()) == key && path[key.size()] == '.';
}

bool holds(Span span, std::uint32_t offset) {
  return span.begin <= offset && offset <= span.end;
}

// The values of a list or mapping are in the order of the file.
template <class Range, class SpanOf>
auto find_at(const Range& range, std::uint32_t offset, SpanOf span_of) {
  const auto found = std::partition_point(range.begin(), range.end(), [&](const auto& element) {
    return span_of(element).end < offset;
  });
  return found != range.end() && holds(span_of(*found), offset) ? &*found : nullptr;
}

const syntax::Node* find_item(const syntax::Node& list, std::uint32_t offset) {
  return find_at(list.items, offset, [](const syntax::Node& item) { return item.span; });
}

const syntax::Member* find_member(const syntax::Node& mapping, std::uint32_t offset) {
  return find_at(mapping.members, offset, [](const syntax::Member& member) {
    return Span::cover(member.key.span, member.value.span);
  });
}

}  // namespace

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

// The account whose entry of `accounts` a place is in.
class AccountPlaces {
 public:
  explicit AccountPlaces(const std::vector<model::Account>& accounts) {
    for (const model::Account& account : accounts) by_begin_.emplace(account.span.begin, &account);
  }

  // Null outside of every account.
  const model::Account* find(Span place) const {
    const auto next = by_begin_.upper_bound(place.begin);
    if (next == by_begin_.begin()) return nullptr;
    const model::Account* account = std::prev(next)->second;
    return account->span.contains(place) ? account : nullptr;
  }

 private:
  std::map<std::uint32_t, const model::Account*> by_begin_;
};

class Builder {
 public:
  Builder(const resolve::CompiledApp& cx, const lint::LintFacts& facts,
          const std::string& file_argument)
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
    for (const model::Account& account : cx_.app.accounts) add_item(row, &account);
  }

  void add_item(const ItemRow& row, const model::Account* account) {
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

  // Adds it to the item of its account, else to the first item of its home. Where the app has no
  // such item a mistake is the file's, and a note is about something that is not asked for yet.
  void hand_out(const Diagnostic& found) {
    const std::string path = key_path_at(cx_.document.root, found.primary.begin);
    const std::string_view home = section_of(found.item, path);
    const auto own = of_account_.find(std::pair(home, account_places_.find(found.primary)));
    auto item = items_.lower_bound(home);
    if (item == items_.end() || item->first != home) {
      if (found.severity == Severity::note) return;
      item = items_.lower_bound("file");
    }
    (own != of_account_.end() ? own->second : item->second)->findings.push_back(&found);
  }

  // A note is not a mistake, but its request is not proven.
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

  const resolve::CompiledApp& cx_;
  const Situation at_;
  Checklist list_;
  // Beside the items of `list_`.
  std::vector<std::vector<const model::Account*>> accounts_;
  std::multimap<std::string_view, CheckItem*> items_;
  std::map<std::pair<std::string_view, const model::Account*>, CheckItem*> of_account_;
  const AccountPlaces account_places_;
};

}  // namespace

Checklist make_checklist(const resolve::CompiledApp& cx, const lint::LintFacts& facts,
                         std::span<const Diagnostic> findings, const std::string& file_argument) {
  return Builder(cx, facts, file_argument).build(findings);
}

std::span<const PlaceHome> place_homes() {
  return kHomes;
}

std::string_view section_of(std::string_view item, std::string_view path) {
  if (!item.empty() && item != kItemOfPlace) return item;
  const PlaceHome* best = nullptr;
  for (const PlaceHome& home : kHomes) {
    const bool is_here = is_at_or_below(path, home.path);
    if (is_here && (best == nullptr || best->path.size() < home.path.size())) best = &home;
  }
  return best != nullptr ? best->item : "file";
}

std::string key_path_at(const syntax::Node& root, std::uint32_t offset) {
  std::string path;
  const syntax::Node* node = &root;
  // The value of an alias is elsewhere in the file.
  while (node != nullptr && !node->alias) {
    if (node->is_sequence()) {
      node = find_item(*node, offset);
      continue;
    }
    const syntax::Member* member = node->is_mapping() ? find_member(*node, offset) : nullptr;
    if (member == nullptr) break;
    if (!path.empty()) path += '.';
    path += member->key.text;
    node = &member->value;
  }
  return path;
}

}  // namespace zoomc::review
