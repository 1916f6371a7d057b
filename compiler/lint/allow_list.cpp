#include "lint/allow_list.h"

#include <algorithm>
#include <compare>
#include <optional>
#include <unordered_map>

#include "lint/url.h"
#include "text/ascii.h"
#include "text/nearest.h"

namespace zoomc::lint {
namespace {

// An entry that is a few letters away from the platform's URL is a misspelling of it.
constexpr std::size_t kMisspeltEdits = 8;
// Misspellings are found by comparing letter by letter; of a hostile list no more entries are
// compared than a person would write.
constexpr std::size_t kMaxCompared = 100;

bool has_regions(const resolve::ResolvedApp& resolved) {
  return resolved.platform != nullptr && !resolved.platform->regions.empty();
}

struct Likeness {
  std::size_t edits = 0;
  std::size_t wanted = 0;
  std::size_t entry = 0;
  auto operator<=>(const Likeness&) const = default;
};

std::vector<std::string> wanted_redirects(const resolve::CompiledApp& cx) {
  const resolve::ResolvedOAuth& oauth = cx.resolved.oauth;
  if (has_regions(cx.resolved)) return oauth.expected_allow_list;
  std::vector<std::string> wanted;
  if (cx.resolved.platform == nullptr) return wanted;
  const bool is_one = !cx.app.oauth.redirect_url || cx.app.oauth.redirect_url->development ==
                                                        cx.app.oauth.redirect_url->production;
  const auto want = [&wanted](const std::optional<Text>& redirect, bool in_production) {
    if (!redirect) return;
    const UrlProblem problem =
        problem_of_its_own(redirect->value, UrlRole::redirect, in_production);
    const bool is_sound = problem == UrlProblem::fine || problem == UrlProblem::not_lowercase;
    const bool is_known = !wanted.empty() && lowered(wanted.front()) == lowered(redirect->value);
    if (is_sound && !is_known) wanted.push_back(redirect->value);
  };
  want(oauth.development_redirect, is_one);
  want(oauth.production_redirect, true);
  return wanted;
}

class AllowListJudge {
 public:
  explicit AllowListJudge(const resolve::CompiledApp& cx) : cx_(cx) {
    list_.wanted = wanted_redirects(cx);
    for (const std::string& url : list_.wanted) wanted_.push_back(lowered(url));
    listed_.resize(wanted_.size());
  }

  AllowList judge() {
    if (!cx_.app.oauth.allow_list) return std::move(list_);
    for (const Text& text : *cx_.app.oauth.allow_list) add(text);
    mark_duplicates();
    for (std::size_t i = 0; i < wanted_.size(); ++i) find_place_of(i);
    if (has_regions(cx_.resolved)) mark_misspelt();
    for (std::size_t i = 0; i < list_.entries.size(); ++i) analyze_entry(i);
    return std::move(list_);
  }

 private:
  bool is_open(std::size_t entry) const { return list_.entries[entry].problem == UrlProblem::fine; }

  void add(const Text& text) {
    list_.entries.push_back({.text = text});
    lowered_.push_back(lowered(text.value));
    matches_.emplace_back();
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (wanted_[i] != lowered_.back()) continue;
      matches_.back() = i;
      listed_[i] = true;
    }
  }

  // Two entries with the same key are the same. Case does not count in a wanted redirect; in all
  // others it does not count in scheme and host.
  std::string key_of(std::size_t entry) const {
    if (matches_[entry]) return lowered_[entry];
    const std::string& url = list_.entries[entry].text.value;
    const std::size_t path = split_url(url).path.begin;
    return lowered_[entry].substr(0, path) + url.substr(path);
  }

  // The first entry stays, or the first in lower case if there is one.
  void mark_duplicates() {
    std::unordered_map<std::string, std::size_t> kept;
    for (std::size_t i = 0; i < list_.entries.size(); ++i) {
      const std::string key = key_of(i);
      const auto found = kept.try_emplace(key, i).first;
      const auto is_lower = [this](std::size_t entry) {
        return list_.entries[entry].text.value == lowered_[entry];
      };
      if (!is_lower(found->second) && is_lower(i)) found->second = i;
    }
    for (std::size_t i = 0; i < list_.entries.size(); ++i) {
      const std::size_t stays = kept.at(key_of(i));
      if (stays == i) continue;
      list_.entries[i].problem = UrlProblem::duplicate;
      list_.entries[i].kept = stays;
    }
  }

  // Looks for an entry that is the wanted redirect, else for the first base of it.
  void find_place_of(std::size_t wanted) {
    if (listed_[wanted]) return;
    std::optional<std::size_t> base;
    for (std::size_t i = 0; i < list_.entries.size(); ++i) {
      if (!base && is_open(i) && is_base_of(lowered_[i], wanted_[wanted])) base = i;
    }
    if (base) {
      list_.entries[*base].redirects.push_back(wanted);
    } else {
      list_.lacking.push_back(wanted);
      complete_ = false;
    }
  }

  // The distance of each entry that is nothing else to each missing redirect, the nearest first.
  std::vector<Likeness> likenesses() const {
    std::vector<Likeness> found;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < list_.entries.size() && compared < kMaxCompared; ++i) {
      if (matches_[i] || !is_open(i) || !list_.entries[i].redirects.empty()) continue;
      ++compared;
      for (const std::size_t wanted : list_.lacking) {
        const std::size_t edits = edit_distance(lowered_[i], wanted_[wanted], kMisspeltEdits);
        if (edits <= kMisspeltEdits) found.push_back({edits, wanted, i});
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  // An entry can be a misspelling of one redirect only.
  void mark_misspelt() {
    for (const Likeness& likeness : likenesses()) {
      const auto lacking = std::find(list_.lacking.begin(), list_.lacking.end(), likeness.wanted);
      if (lacking == list_.lacking.end() || !is_open(likeness.entry)) continue;
      list_.lacking.erase(lacking);
      list_.entries[likeness.entry].problem = UrlProblem::not_listed;
      list_.entries[likeness.entry].redirects = {likeness.wanted};
    }
  }

  void analyze_entry(std::size_t index) {
    AllowListEntry& entry = list_.entries[index];
    if (!is_open(index)) return;
    const UrlProblem own = problem_of_its_own(entry.text.value, UrlRole::list_entry, false);
    if (own == UrlProblem::invalid || own == UrlProblem::insecure || matches_[index]) {
      entry.problem = own;
    } else if (!entry.redirects.empty()) {
      entry.problem = cx_.resolved.oauth.strict_mode ? UrlProblem::base_in_strict_mode : own;
    } else {
      entry.problem = complete_ && is_unneeded(index) ? UrlProblem::unneeded : own;
    }
  }

  // True for a base whose URLs are listed too, and for an entry that the platform never uses.
  bool is_unneeded(std::size_t index) {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (listed_[i] && is_base_of(lowered_[index], wanted_[i])) {
        list_.entries[index].redirects.push_back(i);
      }
    }
    if (!list_.entries[index].redirects.empty()) return true;
    if (wanted_.empty() || !has_regions(cx_.resolved)) return false;
    const auto regions = cx_.resolved.platform->regions;
    return std::none_of(regions.begin(), regions.end(), [&](const catalog::Region& region) {
      const std::string url = lowered(region.redirect_url);
      return lowered_[index] == url || is_base_of(lowered_[index], url);
    });
  }

  const resolve::CompiledApp& cx_;
  AllowList list_;
  // The wanted redirects and the entries in lower case.
  std::vector<std::string> wanted_;
  std::vector<std::string> lowered_;
  // For each entry, the wanted redirect that it is.
  std::vector<std::optional<std::size_t>> matches_;
  // For each wanted redirect, whether it is listed.
  std::vector<bool> listed_;
  // True if no wanted redirect is missing.
  bool complete_ = true;
};

}  // namespace

AllowList analyze_allow_list(const resolve::CompiledApp& cx) {
  return AllowListJudge(cx).judge();
}

}  // namespace zoomc::lint
