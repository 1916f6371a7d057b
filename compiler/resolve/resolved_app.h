#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "model/app.h"

// The meaning of an app according to the catalog: requirements, the scopes that meet them with the
// proof, and the OAuth values. Indices are into the vectors of the same ResolvedApp; ids are the
// catalog's. Views are into the app and the catalog, which live longer.
namespace zoomc::resolve {

enum class RequestKind : std::uint8_t { sign_in, feature, operation, event, extra_scope };

// Something the author asked for (or, for sign-in, that the platform always needs), in the order of
// the file: sign-in, features, operations, event types, extra scopes.
struct Request {
  RequestKind kind = RequestKind::feature;
  // The member's own key: "webinars.create", "GET /users/{userId}/recordings",
  // "recording.completed". Operations have the catalog's spelling, whatever the author wrote.
  std::string key;
  // The word in the file if it is a composite: "webinars.manage". Else empty.
  std::string_view composite;
  // The place where it was asked for; empty at 0 for sign-in.
  Span span;
  bool optional = false;
  // The catalog's row: of a feature (also sign-in), an operation or an event.
  std::optional<std::uint16_t> row;
  // Its requirements.
  std::vector<std::uint32_t> requirements;
  // Its operations for which the vocabulary knows no scope, and those of the master-account API.
  std::vector<catalog::OperationId> unscoped;
};

enum class RequirementKind : std::uint8_t { operation, event };

// An operation or event that must be authorised. If the vocabulary knows no scope for one, it is
// not a requirement.
struct Requirement {
  RequirementKind kind = RequirementKind::operation;
  std::uint16_t row = 0;
  // The scopes of the app's level of which any one is enough, ascending by name.
  std::vector<catalog::ScopeId> alternatives;
  std::vector<std::uint32_t> requests;
  bool optional = false;
};

enum class ScopeSource : std::uint8_t { derived, guide, extra };

// A scope in the manifest's list.
struct ResolvedScope {
  std::string_view name;
  // The catalog's row in the vocabulary in use; absent for names that are in no list.
  std::optional<catalog::ScopeId> row;
  ScopeSource source = ScopeSource::derived;
  bool optional = false;
  // The place where it was asked for (extra scopes); else empty at 0.
  Span span;
  // The requirements of which it is an alternative.
  std::vector<std::uint32_t> satisfies;
  // Those that no other scope of the manifest meets: without it they would not be met. The proof.
  std::vector<std::uint32_t> uniquely_satisfies;
  // In the `guide` vocabulary: the features (and sign-in) whose rows name it.
  std::vector<std::uint32_t> guide_requests;
  // The number of operations in the catalog that it authorises, and how many of them were required.
  std::uint32_t operations_allowed = 0;
  std::uint32_t operations_needed = 0;
};

// The values of `oauth_information`. A value that is not in the file has an empty span.
struct ResolvedOAuth {
  std::optional<Text> development_redirect;
  std::optional<Text> production_redirect;
  std::vector<Text> allow_list;
  // The URL that the platform sends for the first region; absent if the app itself receives the
  // redirect.
  std::optional<std::string> expected_redirect;
  // The redirects of all regions of the app, in order.
  std::vector<std::string> expected_allow_list;
  bool strict_mode = true;
  bool subdomain_strict_mode = true;
};

struct ResolvedApp {
  const model::App* app = nullptr;
  const catalog::Catalog* catalog = nullptr;
  const catalog::Platform* platform = nullptr;
  // The scope model behind the vocabulary: `guide` uses granular scopes for everything that the
  // guide does not name.
  catalog::ScopeModel model = catalog::ScopeModel::granular;
  model::Vocabulary vocabulary = model::Vocabulary::granular;
  model::ManagedBy managed_by = model::ManagedBy::user;
  // The regions of the app in its order; empty if the platform has none.
  std::vector<const catalog::Region*> regions;
  // The platform's integrations that the app lists, and whether each word of the list is known.
  std::vector<const catalog::Integration*> integrations;
  bool are_integrations_known = true;

  std::vector<Request> requests;
  // Their numbers, sorted by kind, then key.
  std::vector<std::uint32_t> requests_by_key;
  std::vector<Requirement> requirements;
  // Sorted by name, no name twice.
  std::vector<ResolvedScope> scopes;
  ResolvedOAuth oauth;
  // The distinct operations that the derived scopes authorise beyond the required ones.
  std::uint32_t excess_authority = 0;
  // Nodes the search visited.
  std::uint64_t search_nodes = 0;

  bool is_admin() const { return managed_by == model::ManagedBy::admin; }
  // Whether the guide's names are used for the feature instead of scopes for its operations. In the
  // `guide` vocabulary they are, except for a feature that the guide does not have.
  bool takes_guide_names(const catalog::Feature& feature) const {
    return vocabulary == model::Vocabulary::guide && feature.is_in_guide();
  }
  // Whether the feature means the connecting user's own data only: users manage the app, or it
  // lists the integration for that and not the one for the account.
  bool takes_user_calls(const catalog::Feature& feature) const;
  // The calls that the feature makes in this app.
  std::span<const catalog::OperationId> operations_of(const catalog::Feature& feature) const {
    return takes_user_calls(feature) ? feature.user_operations : feature.operations;
  }
  // Whether the feature means the whole account in this app.
  bool means_account(const catalog::Feature& feature) const {
    return feature.admin_only && !takes_user_calls(feature);
  }
  // Whether the platform serves the feature by that integration.
  bool needs(const catalog::Integration& integration, const catalog::Feature& feature) const;
};

// The request of that kind and key. Needs the result of `resolve_requests`.
std::optional<std::uint32_t> find_request(const ResolvedApp& resolved, RequestKind kind,
                                          std::string_view key);

// The scope of that name in the manifest, or null. Needs the scopes sorted, as in the result of
// `resolve`.
const ResolvedScope* find_resolved_scope(const ResolvedApp& resolved, std::string_view name);

}  // namespace zoomc::resolve
