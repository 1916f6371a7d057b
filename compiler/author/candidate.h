#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "author/app_draft.h"
#include "author/scope_plan.h"
#include "driver/check.h"

namespace zoomc::author {

// The parts of a manifest that leave no choice, as keys of an app file.
struct ManifestFacts {
  AppDraft draft;
  WantedScopes scopes;
  model::ManagedBy managed_by = model::ManagedBy::user;
  std::string development_redirect;
  std::string production_redirect;
  std::vector<std::string> allow_list;
  std::string scope_description;
  // Empty where `events` cannot say them.
  std::vector<DraftSubscription> events;
  // `manifest_extra` next to `events`, and where it has to hold the subscriptions too.
  edit::YamlValue extra_beside_events;
  edit::YamlValue extra_with_events;
};

// One way to say the manifest: a vocabulary and a platform, and what follows from them.
struct [[nodiscard]] Candidate {
  AppDraft draft;
  model::Vocabulary vocabulary = model::Vocabulary::granular;
  // The platform whose redirect the manifest has; null where the app receives it itself.
  const catalog::Platform* platform = nullptr;
  // Sign-in on the platform needs a scope that the manifest does not have, so that the app cannot
  // be said to be on it.
  bool lacks_sign_in = false;
  // The events are in `manifest_extra`: they need a scope that the manifest does not have, or say
  // more than `events` can.
  bool has_raw_events = false;
  // The scopes by the only call that each allows.
  std::map<std::string, std::string> scope_of_operation;
  // The scopes that were left out because Zoom adds them.
  std::vector<std::string> implied;
};

// Finds features, operations and events of that vocabulary that resolve to exactly the scopes of
// the manifest, trying and taking back what brings others; what remains are extra scopes.
class CandidateBuilder {
 public:
  CandidateBuilder(const ManifestFacts& base, const catalog::Catalog& catalog)
      : base_(base), catalog_(catalog) {}

  Candidate make(model::Vocabulary vocabulary) const;

 private:
  const ManifestFacts& base_;
  const catalog::Catalog& catalog_;
};

}  // namespace zoomc::author
