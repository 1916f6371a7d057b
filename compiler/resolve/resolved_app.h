#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/catalog.h"
#include "model/app.h"

// What an app means once the catalog has had its say: requirements, the scopes that meet them with
// the proof, and the OAuth values. Indices are into the vectors of the same ResolvedApp; ids are
// the catalog's.
namespace zoomc {

enum class SubjectKind : std::uint8_t { sign_in, feature, operation, event, extra_scope };

// Something the author asked for (or, for sign-in, that the platform always needs), in the order of
// the file: sign-in, features, operations, event types, extra scopes.
struct Subject {
  SubjectKind kind = SubjectKind::feature;
  // The member's own key: "webinars.create", "GET /users/{userId}/recordings",
  // "recording.completed". Operations have the catalog's spelling whatever the author wrote.
  std::string key;
  // The word in the file, when it is a composite: "webinars.manage". Else empty.
  std::string composite;
  // Where it was asked for; empty at 0 for sign-in.
  Span span;
  bool optional = false;
  // The catalog's row: of a feature (also sign-in), an operation or an event.
  std::optional<std::uint16_t> row;
  // Its requirements.
  std::vector<std::uint32_t> requirements;
  // Its operations for which the vocabulary knows no scope.
  std::vector<OperationId> unscoped;
};

enum class RequirementKind : std::uint8_t { operation, event };

// An operation or event that must be authorised. Those for which the vocabulary knows no scope are
// no requirements.
struct Requirement {
  RequirementKind kind = RequirementKind::operation;
  std::uint16_t row = 0;
  // The scopes of the app's level of which any one is enough, ascending by name.
  std::vector<ScopeId> alternatives;
  std::vector<std::uint32_t> subjects;
  bool optional = false;
};

enum class ScopeSource : std::uint8_t { derived, guide, extra };

// One line of the manifest's scope list.
struct ResolvedScope {
  std::string name;
  // The catalog's row in the vocabulary in use; absent for names that no list has.
  std::optional<ScopeId> row;
  ScopeSource source = ScopeSource::derived;
  bool optional = false;
  // Where it was asked for by hand (extra scopes); else empty at 0.
  Span span;
  // The requirements it is an alternative of.
  std::vector<std::uint32_t> meets;
  // Those that no other scope of the manifest meets: they fall without it. The proof.
  std::vector<std::uint32_t> carries;
  // In the `guide` vocabulary: the features (and sign-in) whose rows name it.
  std::vector<std::uint32_t> guide_subjects;
  // How many operations of the catalog it authorises, and how many of them were required.
  std::uint32_t operations_allowed = 0;
  std::uint32_t operations_needed = 0;
};

// The values of `oauth_information`. A value that the file does not have has an empty span.
struct ResolvedOAuth {
  std::optional<Text> development_redirect;
  std::optional<Text> production_redirect;
  std::vector<Text> allow_list;
  // What the platform sends for the first region; absent where the app itself receives the
  // redirect.
  std::optional<std::string> expected_redirect;
  // The redirects of all regions of the app, in order.
  std::vector<std::string> expected_allow_list;
  bool strict_mode = true;
  bool subdomain_strict_mode = true;
};

// The subjects by kind and key, so that looking one up costs the same however many there are.
class SubjectIndex {
 public:
  // False when it is there already.
  bool add(SubjectKind kind, std::string_view key, std::uint32_t subject) {
    return of(kind).try_emplace(std::string(key), subject).second;
  }
  std::optional<std::uint32_t> find(SubjectKind kind, std::string_view key) const {
    const Places& places = places_[static_cast<std::size_t>(kind)];
    const auto place = places.find(key);
    return place == places.end() ? std::nullopt : std::optional(place->second);
  }

 private:
  // Looks a key up without a copy of it.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  using Places = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

  Places& of(SubjectKind kind) { return places_[static_cast<std::size_t>(kind)]; }

  std::array<Places, 5> places_;
};

struct ResolvedApp {
  const App* app = nullptr;
  const Catalog* catalog = nullptr;
  const Platform* platform = nullptr;
  // The scope model behind the vocabulary: `guide` speaks granular for all that is not the guide's.
  ScopeModel model = ScopeModel::granular;
  Vocabulary vocabulary = Vocabulary::granular;
  ManagedBy managed_by = ManagedBy::user;
  // The regions of the app in its order; empty where the platform has none.
  std::vector<const Region*> regions;

  std::vector<Subject> subjects;
  SubjectIndex subject_index;
  std::vector<Requirement> requirements;
  // Sorted by name, no name twice.
  std::vector<ResolvedScope> scopes;
  ResolvedOAuth oauth;
  // The distinct operations that the derived scopes authorise beyond the required ones.
  std::uint32_t excess_authority = 0;
  // Nodes the search visited.
  std::uint64_t search_nodes = 0;

  bool is_admin() const { return managed_by == ManagedBy::admin; }
};

// The scope of that name in the manifest, or null. Needs the scopes sorted, as `resolve` leaves
// them.
const ResolvedScope* find_resolved_scope(const ResolvedApp& resolved, std::string_view name);

}  // namespace zoomc
