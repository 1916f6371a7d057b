#include "manifest/compare.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "manifest/compare_walk.h"

namespace zoomc::manifest {
namespace {

using namespace compare;

constexpr std::array<std::string_view, 18> kPartNames = {"usage",
                                                         "scope",
                                                         "scope_optional",
                                                         "development_redirect",
                                                         "production_redirect",
                                                         "allow_list_entry",
                                                         "strict_mode",
                                                         "subdomain_strict_mode",
                                                         "scope_description",
                                                         "listing",
                                                         "developer",
                                                         "product",
                                                         "home_url",
                                                         "domain",
                                                         "subscription",
                                                         "event_type",
                                                         "webhook_url",
                                                         "other"};

// The members with a part of their own, by section and name.
struct Field {
  std::string_view section;
  std::string_view name;
  ManifestPart part;
};

constexpr Field kFields[] = {
    {"oauth_information", "usage", ManifestPart::usage},
    {"oauth_information", "development_redirect_uri", ManifestPart::development_redirect},
    {"oauth_information", "production_redirect_uri", ManifestPart::production_redirect},
    {"oauth_information", "oauth_allow_list", ManifestPart::allow_list_entry},
    {"oauth_information", "strict_mode", ManifestPart::strict_mode},
    {"oauth_information", "subdomain_strict_mode", ManifestPart::subdomain_strict_mode},
    {"oauth_information", "scopes", ManifestPart::scope},
    {"oauth_information", "scope_description", ManifestPart::scope_description},
    {"features", "products", ManifestPart::product},
    {"features", "development_home_uri", ManifestPart::home_url},
    {"features", "production_home_uri", ManifestPart::home_url},
    {"features", "domain_allow_list", ManifestPart::domain},
    {"features", "event_subscription", ManifestPart::subscription},
};

ManifestPart part_of(std::string_view section, std::string_view name) {
  for (const Field& field : kFields) {
    if (field.section == section && field.name == name) return field.part;
  }
  if (section == "display_information") return ManifestPart::listing;
  if (section == "developer_information") return ManifestPart::developer;
  return ManifestPart::other;
}

// The objects of a list that have a name, by it; the first of a name, and what all of them say.
struct Named {
  std::size_t index = 0;
  bool optional = true;
};
using NamedItems = std::map<std::string_view, Named>;

bool is_optional(const Place& scope) {
  const Place optional = scope.find("optional");
  if (optional.value() == nullptr) return false;
  return optional.value()->IsTrue() || optional.text() == "true";
}

NamedItems named_items(const Place& list, std::string_view key) {
  NamedItems items;
  for (std::size_t i = 0; i < list.item_count(); ++i) {
    const Place item = list.item(i);
    const auto name = item.find(key).text();
    if (!name) continue;
    Named& named = items.try_emplace(*name, Named{i}).first->second;
    named.optional = named.optional && is_optional(item);
  }
  return items;
}

// A walk over two whole manifests.
class Comparison {
 public:
  std::vector<ManifestChange> run(const Place& before, const Place& after) {
    const Place old_oauth = before.find("oauth_information");
    const Place new_oauth = after.find("oauth_information");
    const Place old_usage = old_oauth.find("usage");
    const Place new_usage = new_oauth.find("usage");
    // cppcheck-suppress danglingLifetime; only the walk below looks at them
    old_usage_ = &old_usage;
    // cppcheck-suppress danglingLifetime
    new_usage_ = &new_usage;
    for_each_member(
        before, after,
        [this](std::string_view section, const Place& old_place, const Place& new_place) {
          compare_section(section, old_place, new_place);
        });
    return changes_.take();
  }

 private:
  void compare_section(std::string_view section, const Place& before, const Place& after) {
    const Topic topic{part_of(section, {})};
    if (!before.is_object() && !after.is_object())
      return compare_anything(before, after, topic, changes_);
    compare_leaf(before, after, topic, changes_);
    for_each_member(
        before, after,
        [this, section](std::string_view name, const Place& old_place, const Place& new_place) {
          compare_field(part_of(section, name), old_place, new_place);
        });
  }

  void compare_field(ManifestPart part, const Place& before, const Place& after) {
    if (part == ManifestPart::subscription) {
      return compare_event_subscriptions(before, *old_usage_, after, *new_usage_, changes_);
    }
    switch (part) {
      case ManifestPart::scope: compare_scopes(before, after); break;
      case ManifestPart::domain: compare_domains(before, after); break;
      case ManifestPart::allow_list_entry:
      case ManifestPart::product: compare_words(before, after, {part}, true, changes_); break;
      default: return compare_anything(before, after, {part}, changes_);
    }
    compare_unlisted(before, after, {part}, changes_);
  }

  void compare_scopes(const Place& before, const Place& after) {
    const auto word = [](const Named& scope) { return scope.optional ? "optional" : "required"; };
    compare_named(before, after, "scope",
                  [&](std::string_view name, const Named* was, const Place& old_place,
                      const Named* is, const Place& new_place) {
                    if (was != nullptr && is != nullptr && was->optional == is->optional) return;
                    const bool both = was != nullptr && is != nullptr;
                    tell({both ? ManifestPart::scope_optional : ManifestPart::scope}, name,
                         was == nullptr ? "" : word(*was), old_place,
                         is == nullptr ? "" : word(*is), new_place, was != nullptr, is != nullptr);
                  });
  }

  void compare_domains(const Place& before, const Place& after) {
    const auto reason = [](const Place& domain) {
      return std::string(domain.find("explanation").text().value_or(std::string_view{}));
    };
    compare_named(before, after, "domain",
                  [&](std::string_view name, const Named* was, const Place& old_place,
                      const Named* is, const Place& new_place) {
                    const std::string old_reason = reason(old_place);
                    const std::string new_reason = reason(new_place);
                    if (was != nullptr && is != nullptr && old_reason == new_reason) return;
                    tell({ManifestPart::domain}, name, old_reason, old_place, new_reason, new_place,
                         was != nullptr, is != nullptr);
                  });
  }

  void tell(const Topic& topic, std::string_view name, std::string before, const Place& old_place,
            std::string after, const Place& new_place, bool was, bool is) {
    const ChangeKind kind = !was  ? ChangeKind::added
                            : !is ? ChangeKind::removed
                                  : ChangeKind::changed;
    changes_.add(kind, topic, old_place, new_place, std::string(name), std::move(before),
                 std::move(after));
  }

  // Pairs the entries of two lists by their `key`, hands each name to `visit`, and compares what
  // else is said of it.
  template <class Visit>
  void compare_named(const Place& before, const Place& after, std::string_view key, Visit visit) {
    const NamedItems old_items = named_items(before, key);
    const NamedItems new_items = named_items(after, key);
    const auto compare_one = [&](std::string_view name, const Named* was, const Named* is) {
      const Place old_place = was == nullptr ? before.missing({}) : before.item(was->index);
      const Place new_place = is == nullptr ? after.missing({}) : after.item(is->index);
      visit(name, was, old_place, is, new_place);
      compare_rest(old_place, new_place, key);
    };
    for (const auto& [name, named] : old_items) {
      const auto found = new_items.find(name);
      compare_one(name, &named, found == new_items.end() ? nullptr : &found->second);
    }
    for (const auto& [name, named] : new_items) {
      if (!old_items.contains(name)) compare_one(name, nullptr, &named);
    }
    compare_nameless(before, after, key);
  }

  // The members of an entry besides its name and those that its list knows.
  void compare_rest(const Place& before, const Place& after, std::string_view key) {
    for_each_member(before, after,
                    [&](std::string_view name, const Place& old_place, const Place& new_place) {
                      const bool is_known = name == key || (key == "scope" && name == "optional") ||
                                            (key == "domain" && name == "explanation" &&
                                             is_word(old_place) && is_word(new_place));
                      if (!is_known) compare_anything(old_place, new_place, {}, changes_);
                    });
  }

  static bool is_word(const Place& place) {
    return place.value() == nullptr || place.text().has_value();
  }

  // Entries without a name, position by position.
  void compare_nameless(const Place& before, const Place& after, std::string_view key) {
    const std::size_t count = std::max(before.item_count(), after.item_count());
    for (std::size_t i = 0; i < count; ++i) {
      const Place none_before = before.missing({});
      const Place none_after = after.missing({});
      const Place old_item = i < before.item_count() ? before.item(i) : before.missing({});
      const Place new_item = i < after.item_count() ? after.item(i) : after.missing({});
      compare_anything(old_item.find(key).text() ? none_before : old_item,
                       new_item.find(key).text() ? none_after : new_item, {}, changes_);
    }
  }

  const Place* old_usage_ = nullptr;
  const Place* new_usage_ = nullptr;
  Changes changes_;
};

}  // namespace

std::string_view to_string(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "added";
    case ChangeKind::removed: return "removed";
    case ChangeKind::changed: break;
  }
  return "changed";
}

std::string_view to_string(ManifestPart part) {
  return kPartNames[static_cast<std::size_t>(part)];
}

std::vector<ManifestChange> compare_manifests(const json::Value& before, const json::Value& after) {
  return Comparison().run(Place(before), Place(after));
}

}  // namespace zoomc::manifest
