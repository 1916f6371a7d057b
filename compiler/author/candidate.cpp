#include "author/candidate.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "lint/extra_scope.h"

namespace zoomc::author {
namespace {

// Each round takes something back, so it ends; this is only to be sure of it.
constexpr int kMaxRounds = 32;

bool is_among(const std::string& word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The platform that sends exactly these redirects, and the region.
std::pair<const catalog::Platform*, const catalog::Region*> find_sender(
    const catalog::Catalog& catalog, const std::string& development,
    const std::string& production) {
  if (development == production) {
    for (const catalog::Platform& platform : catalog.platforms) {
      for (const catalog::Region& region : platform.regions) {
        if (region.redirect_url == production) return {&platform, &region};
      }
    }
  }
  return {nullptr, nullptr};
}

class CandidateSearch {
 public:
  CandidateSearch(const ManifestFacts& base, const catalog::Catalog& catalog,
                  model::Vocabulary vocabulary)
      : base_(base), catalog_(catalog) {
    candidate_.vocabulary = vocabulary;
    target_ = {.catalog = &catalog,
               .vocabulary = vocabulary,
               .managed_by = base.managed_by,
               .scopes = base.scopes};
    const auto [platform, region] =
        find_sender(catalog, base.development_redirect, base.production_redirect);
    candidate_.platform = platform;
    region_ = region;
    if (platform != nullptr) target_.sign_in = platform->sign_in;
    candidate_.has_raw_events = base.events.empty();
    for (const DraftSubscription& subscription : base.events) {
      target_.events.insert(target_.events.end(), subscription.types.begin(),
                            subscription.types.end());
    }
  }

  Candidate make() {
    settle();
    add_operations();
    add_extra_scopes();
    leave_out_implied();
    write_draft();
    return std::move(candidate_);
  }

 private:
  // Tries features, and removes those that add a scope that the manifest does not have.
  void settle() {
    for (int round = 0; round < kMaxRounds; ++round) {
      plan_ = plan_features(target_);
      write_draft();
      compile();
      if (!checked_.is_app || !take_back_culprits()) return;
    }
  }

  // Scopes are not looked at by what a manifest cannot say, so it is not compiled again and again.
  void compile() {
    AppDraft draft = candidate_.draft;
    draft.manifest_extra = {};
    driver::CheckOptions options;
    options.catalog = &catalog_;
    checked_ = driver::check({"", write_app(draft)}, options);
  }

  const resolve::ResolvedApp& resolved() const { return checked_.analysis->resolved; }

  // True if something was removed.
  bool take_back_culprits() {
    std::set<std::uint32_t> culprits;
    for (const resolve::ResolvedScope& scope : resolved().scopes) {
      const auto wanted = base_.scopes.find(scope.name);
      const bool is_wanted = wanted != base_.scopes.end();
      if (is_wanted && wanted->second == scope.optional) continue;
      for (const std::uint32_t requirement : scope.satisfies) {
        const auto& requests = resolved().requirements[requirement].requests;
        culprits.insert(requests.begin(), requests.end());
      }
      culprits.insert(scope.guide_requests.begin(), scope.guide_requests.end());
    }
    for (const std::uint32_t culprit : culprits) take_back(resolved().requests[culprit]);
    const bool conflict = has_conflict();
    if (culprits.empty() && conflict) take_back_everything();
    return !culprits.empty() || conflict;
  }

  void take_back(const resolve::Request& request) {
    switch (request.kind) {
      case resolve::RequestKind::sign_in: leave_platform(); break;
      case resolve::RequestKind::event: leave_events(); break;
      case resolve::RequestKind::extra_scope: break;
      case resolve::RequestKind::feature:
        target_.banned.insert(request.key);
        if (!request.composite.empty()) target_.banned.emplace(request.composite);
        break;
      case resolve::RequestKind::operation:
        target_.banned.insert(request.key);
        candidate_.scope_of_operation.erase(request.key);
        break;
    }
  }

  // A request that cannot be resolved adds no scope.
  bool has_conflict() const {
    return std::any_of(checked_.findings.begin(), checked_.findings.end(),
                       [](const Diagnostic& found) {
                         return found.id == resolve_codes::kManagedByConflict.id ||
                                found.id == resolve_codes::kSearchTooLarge.id;
                       });
  }

  void take_back_everything() {
    if (!candidate_.has_raw_events) return leave_events();
    if (candidate_.platform != nullptr) leave_platform();
    for (const resolve::Request& request : resolved().requests) take_back(request);
  }

  void leave_platform() {
    candidate_.platform = nullptr;
    candidate_.lacks_sign_in = true;
    target_.sign_in.reset();
  }

  void leave_events() {
    candidate_.has_raw_events = true;
    target_.events.clear();
  }

  // The wanted scopes that are not there yet.
  std::vector<std::string> missing_scopes() const {
    std::vector<std::string> missing;
    for (const auto& [name, optional] : base_.scopes) {
      const bool is_there =
          checked_.is_app && resolve::find_resolved_scope(resolved(), name) != nullptr;
      if (!is_there) missing.push_back(name);
    }
    return missing;
  }

  // Calls that are the only one of a scope; those that do not add it are removed again.
  void add_operations() {
    for (const auto& [scope, operations] : operations_of(target_, missing_scopes())) {
      if (operations.size() != 1) continue;
      const std::string name = catalog::display_name(catalog_.operations[operations.front()]);
      if (target_.banned.count(name) == 0) candidate_.scope_of_operation.emplace(name, scope);
    }
    if (candidate_.scope_of_operation.empty()) return;
    settle();
    const auto is_of_no_use = [this](const auto& entry) {
      return !checked_.is_app || resolve::find_resolved_scope(resolved(), entry.second) == nullptr;
    };
    if (std::erase_if(candidate_.scope_of_operation, is_of_no_use) != 0) settle();
  }

  void add_extra_scopes() {
    extra_scopes_ = missing_scopes();
    write_draft();
  }

  void leave_out_implied() {
    if (extra_scopes_.empty() && candidate_.scope_of_operation.empty()) return;
    // The Meeting SDK is switched on in `manifest_extra`.
    driver::CheckOptions options;
    options.catalog = &catalog_;
    const driver::Checked whole = driver::check({"", write_app(candidate_.draft)}, options);
    if (!whole.is_app) return;
    const auto leave_out = [&](const std::string& scope) {
      if (!lint::is_added_by_zoom(*whole.analysis, scope)) return false;
      candidate_.implied.push_back(scope);
      return true;
    };
    std::erase_if(extra_scopes_, leave_out);
    std::erase_if(candidate_.scope_of_operation,
                  [&](const auto& entry) { return leave_out(entry.second); });
  }

  void write_draft() {
    AppDraft& draft = candidate_.draft;
    draft = base_.draft;
    draft.managed_by = base_.managed_by;
    if (candidate_.vocabulary != model::Vocabulary::granular)
      draft.scope_names = candidate_.vocabulary;
    draft.features = plan_.features;
    draft.optional = plan_.optional;
    for (const auto& [operation, scope] : candidate_.scope_of_operation) {
      draft.operations.push_back(operation);
      if (base_.scopes.find(scope)->second) draft.optional.push_back(operation);
    }
    for (const std::string& scope : extra_scopes_) {
      draft.extra_scopes.push_back(scope);
      if (base_.scopes.find(scope)->second) draft.optional.push_back(scope);
    }
    if (!candidate_.has_raw_events) draft.events = base_.events;
    draft.manifest_extra =
        candidate_.has_raw_events ? base_.extra_with_events : base_.extra_beside_events;
    write_redirects(draft);
  }

  void write_redirects(AppDraft& draft) const {
    std::vector<std::string> derived;
    if (candidate_.platform != nullptr) {
      const std::string_view id = candidate_.platform->id;
      draft.platform = id == model::App{}.platform_or_default() ? "" : id;
      draft.regions = regions();
      for (const std::string& region : draft.regions) {
        derived.emplace_back(candidate_.platform->find_region(region)->redirect_url);
      }
    } else {
      draft.platform = "custom";
      draft.development_redirect = base_.development_redirect;
      draft.production_redirect = base_.production_redirect;
      for (const std::string& url : {base_.development_redirect, base_.production_redirect}) {
        if (!url.empty() && !is_among(url, derived)) derived.push_back(url);
      }
    }
    const bool is_derived = std::is_permutation(derived.begin(), derived.end(),
                                                base_.allow_list.begin(), base_.allow_list.end());
    if (!is_derived) draft.allow_list = base_.allow_list;
  }

  // The region of the redirect URL, then those of all other URLs in the allow list.
  std::vector<std::string> regions() const {
    std::vector<std::string> regions{std::string(region_->id)};
    for (const std::string& url : base_.allow_list) {
      for (const catalog::Region& region : candidate_.platform->regions) {
        if (region.redirect_url == url && &region != region_) regions.emplace_back(region.id);
      }
    }
    return regions;
  }

  const ManifestFacts& base_;
  const catalog::Catalog& catalog_;
  Candidate candidate_;
  TargetScopes target_;
  ScopePlan plan_;
  const catalog::Region* region_ = nullptr;
  std::vector<std::string> extra_scopes_;
  driver::Checked checked_;
};

}  // namespace

Candidate CandidateBuilder::make(model::Vocabulary vocabulary) const {
  return CandidateSearch(base_, catalog_, vocabulary).make();
}

}  // namespace zoomc::author
