// No run of fixes throws away what was asked for.
#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "driver/fix.h"
#include "rules/registry.h"
#include "support/catch.h"
#include "support/rounds.h"
#include "text/nearest.h"

namespace zoomc {
namespace {

using Names = std::vector<std::string>;

driver::CheckOptions all_rules_on() {
  return {.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()};
}

// Apps that ask for scopes of all kinds by name, right and wrong, under the right key and under the
// one that newcomers try.
class AskingApp {
 public:
  explicit AskingApp(unsigned seed) : random_(seed) {}

  // The app, and the same as it is understood: features and scopes where the language wants them.
  struct Texts {
    std::string written;
    std::string understood;
  };

  Texts make() {
    std::string text = "zoomc: 1\napp: {name: Acme, purpose: CRM logging}\n";
    text += one_of(
        {"region: us\n", "platform: custom\noauth: {redirect_url: 'https://a.acme.dev/cb'}\n"});
    text += one_of({"", "managed_by: user\n", "managed_by: admin\n"});
    text += one_of({"", "", "scope_names: classic\n"});
    const Names features = some_features();
    const Names scopes = some_scopes();
    const std::string list = one_of(
        {": [" + joined_by(scopes, ", ") + "]\n", ":\n  - " + joined_by(scopes, "\n  - ") + "\n"});
    const std::string end =
        below(4) == 0 ? "justify: {\"" + scopes[0] + "\": Shows the records of the customer}\n"
                      : "";
    Texts texts{text, text + mapping_of(features) + "extra_scopes" + list + end};
    texts.written += one_of({"features: [" + joined_by(features, ", ") + "]\n",
                             "features:\n  - " + joined_by(features, "\n  - ") + "\n",
                             mapping_of(features), mapping_of(features)});
    texts.written += one_of({"scopes", "extra_scopes"}) + list + end;
    return texts;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string one_of(const Names& all) { return all[below(all.size())]; }

  static std::string joined_by(const Names& names, const std::string& separator) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : separator) + name;
    return all;
  }

  static std::string mapping_of(const Names& features) {
    std::map<std::string, std::string> groups;
    for (const std::string& name : features) {
      std::string& actions = groups[name.substr(0, name.find('.'))];
      actions += (actions.empty() ? "" : ", ") + name.substr(name.find('.') + 1);
    }
    std::string text = "features:\n";
    for (const auto& [group, actions] : groups) text += "  " + group + ": [" + actions + "]\n";
    return text;
  }

  Names some_features() {
    std::set<std::string> names;
    const auto& all = catalog::builtin_catalog().features;
    while (names.size() < 1 + below(3)) {
      const std::string name(all[below(all.size())].name);
      if (name.find('.') != std::string::npos) names.insert(name);
    }
    return {names.begin(), names.end()};
  }

  Names some_scopes() {
    std::set<std::string> names;
    const std::size_t count = 1 + below(4);
    while (names.size() < count) names.insert(some_scope());
    Names all(names.begin(), names.end());
    std::shuffle(all.begin(), all.end(), random_);
    return all;
  }

  std::string some_scope() {
    const auto& all = catalog::builtin_catalog().scopes;
    std::string name(all[below(all.size())].name);
    switch (below(5)) {
      case 0: return misspelt(name);
      case 1: return swapped_product(name);
      case 2: return name.ends_with(":admin") ? name.substr(0, name.size() - 6) : name + ":admin";
      default: return name;
    }
  }

  std::string misspelt(std::string name) {
    const std::size_t at = 1 + below(name.size() - 1);
    if (name[at] != ':' && name[at - 1] != ':') std::swap(name[at], name[at - 1]);
    return name;
  }

  // `user:read:list_recordings` of `phone:read:list_recordings`.
  std::string swapped_product(const std::string& name) {
    const auto& all = catalog::builtin_catalog().scopes;
    return std::string(product_of(all[below(all.size())].name)) +
           name.substr(std::min(name.find(':'), name.size()));
  }

  std::mt19937 random_;
};

Names asked_scopes(const driver::Checked& checked) {
  Names names;
  const syntax::Node& root = checked.analysis->document.root;
  for (const char* key : {"scopes", "extra_scopes"}) {
    const syntax::Member* member = root.find(key);
    if (member == nullptr) continue;
    for (const syntax::Node& item : member->value.items) names.push_back(item.text);
  }
  return names;
}

std::set<std::string> features_of(const driver::Checked& checked) {
  std::set<std::string> names;
  for (const model::FeatureWord& word : checked.analysis->app.features) names.insert(word.name());
  return names;
}

// Whether a finding of the first check says that this name is to go.
bool is_named_as_removed(const driver::Checked& before, const std::string& name) {
  return std::any_of(before.findings.begin(), before.findings.end(), [&](const Diagnostic& found) {
    return before.analysis->file.slice(found.primary) == name &&
           std::any_of(found.fixes.begin(), found.fixes.end(),
                       [](const Fix& one) { return one.kind == FixKind::remove; });
  });
}

// What the first check offers in place of a name; empty when nothing.
std::string suggestion_for(const driver::Checked& before, const std::string& name) {
  for (const Diagnostic& found : before.findings) {
    if (before.analysis->file.slice(found.primary) != name) continue;
    for (const Fix& one : found.fixes) {
      if (one.kind == FixKind::change) return one.title.substr(1, one.title.size() - 2);
    }
  }
  return "";
}

// Whether a granular name allows a call that the classic one allows: not alike, but the same.
bool is_translation(const std::string& classic, const std::string& granular) {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  const auto from = catalog::find_scope(catalog, classic, catalog::ScopeModel::classic);
  const auto to = catalog::find_scope(catalog, granular, catalog::ScopeModel::granular);
  if (!from || !to) return false;
  const auto& calls = catalog.scopes[*to].operations;
  return std::any_of(catalog.scopes[*from].operations.begin(),
                     catalog.scopes[*from].operations.end(), [&](catalog::OperationId call) {
                       return std::find(calls.begin(), calls.end(), call) != calls.end();
                     });
}

bool is_kin(const std::string& wrong, const std::string& right) {
  if (is_translation(wrong, right)) return true;
  const std::string a = wrong.substr(0, wrong.find(':'));
  const std::string b = right.substr(0, right.find(':'));
  // A classic product may be a part of another: `marketplace` and `marketplace_app`.
  if (b.starts_with(a + "_")) return true;
  return edit_distance(a, b, 3) <= std::max<std::size_t>(1, a.size() / 3);
}

bool has_scope(const driver::Checked& checked, const std::string& name) {
  const Names left = asked_scopes(checked);
  return std::find(left.begin(), left.end(), name) != left.end() ||
         resolve::find_resolved_scope(checked.analysis->resolved, name) != nullptr;
}

// A name at any level: `a` of `a`, `a:admin` and `a:master`.
std::string stem_of(std::string name) {
  for (const std::string_view level : {":admin", ":master"}) {
    if (name.ends_with(level)) name.resize(name.size() - level.size());
  }
  return name;
}

// A second round may take what the first wrote to the level of the app.
bool has_at_some_level(const driver::Checked& checked, const std::string& name) {
  const std::string stem = stem_of(name);
  return has_scope(checked, stem) || has_scope(checked, stem + ":admin");
}

// The first name that is gone without a word; empty when there is none.
std::string lost_name(const driver::Checked& before, const std::vector<driver::Checked>& understood,
                      const driver::Checked& after) {
  for (const std::string& name : asked_scopes(before)) {
    if (has_scope(after, name) || is_named_as_removed(before, name)) continue;
    const bool is_replaced =
        std::any_of(understood.begin(), understood.end(), [&](const driver::Checked& one) {
          const std::string instead = suggestion_for(one, name);
          return !instead.empty() && is_kin(name, instead) && has_at_some_level(after, instead);
        });
    if (!is_replaced) return name;
  }
  return "";
}

// As it is written, and at either level: what is misspelt may have hidden which it is.
std::vector<driver::Checked> checks_of(const std::string& text) {
  std::vector<driver::Checked> checks;
  for (const auto level : {std::optional<model::ManagedBy>(), std::optional(model::ManagedBy::user),
                           std::optional(model::ManagedBy::admin)}) {
    driver::CheckOptions options = all_rules_on();
    options.overrides.managed_by = level;
    checks.push_back(driver::check({"app.zoom.yaml", text}, options));
  }
  return checks;
}

TEST_CASE(
    "what was asked for is there after all fixes, replaced in its product, or named as removed",
    "[property]") {
  std::size_t replaced = 0;
  for (unsigned seed = 0; seed < test::rounds(3000); ++seed) {
    const AskingApp::Texts texts = AskingApp(seed).make();
    const driver::Checked before = driver::check({"app.zoom.yaml", texts.written}, all_rules_on());
    const std::vector<driver::Checked> understood = checks_of(texts.understood);
    const driver::Fixed fixed = driver::fix({"app.zoom.yaml", texts.written}, all_rules_on(), true);
    INFO("seed " << seed << "\n" << texts.written << "=>\n" << fixed.text);
    REQUIRE(lost_name(before, understood, fixed.checked) == "");
    REQUIRE(features_of(fixed.checked) == features_of(understood[0]));
    replaced += asked_scopes(before) != asked_scopes(fixed.checked) ? 1 : 0;
  }
  CHECK(replaced > test::rounds(3000) / 4);
}

}  // namespace

TEST_CASE("a pasted list of scopes stays, with what is to be said of it") {
  const std::string text =
      "zoomc: 1\napp: {name: Acme, purpose: CRM}\nregion: us\nmanaged_by: user\n"
      "scopes: [meeting:read:list_meetings, meeting:read:meeting]\n";
  const driver::Fixed fixed = driver::fix({"app.zoom.yaml", text}, all_rules_on(), true);
  CHECK(fixed.text ==
        "zoomc: 1\napp: {name: Acme, purpose: CRM}\nregion: us\nmanaged_by: user\n"
        "extra_scopes: [meeting:read:list_meetings, meeting:read:meeting]\n");
  const bool says_unneeded =
      std::any_of(fixed.checked.findings.begin(), fixed.checked.findings.end(),
                  [](const Diagnostic& found) { return found.id == "unneeded-scope"; });
  CHECK(says_unneeded);
}

TEST_CASE("a scope of another product is offered by its words and never written") {
  const std::string text =
      "zoomc: 1\napp: {name: Acme, purpose: CRM}\nregion: us\nmanaged_by: admin\n"
      "extra_scopes: [user:read:list_recordings:admin, meeting:read:meeting_transcript:admin]\n";
  const driver::Fixed fixed = driver::fix({"app.zoom.yaml", text}, all_rules_on(), true);
  CHECK(fixed.text == text);
  std::vector<std::string> hints;
  for (const Diagnostic& found : fixed.checked.findings) {
    if (found.id == "unknown-scope") hints.push_back(found.hints.front());
  }
  CHECK(hints ==
        std::vector<std::string>{
            "Zoom has `cloud_recording:read:list_user_recordings:admin`, which is of another "
            "product: is that what you mean?",
            "Zoom has `meeting:read:meeting_transcript`, for apps with `managed_by: user`"});
}

}  // namespace zoomc
