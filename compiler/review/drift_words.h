#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/resolved_app.h"
#include "review/drift.h"

// What drift is called and what can be done about it, in the words of the app file.
namespace zoomc {

// Says how the file would come to what Zoom has. Knows all of Zoom's scopes, because a feature is
// only named when all of its scopes are there.
class DriftAdvisor {
 public:
  DriftAdvisor(const ResolvedApp& resolved, const std::vector<std::string>& zoom_scopes);

  // "to keep Zoom's version: add `us` to `region`"; empty where nothing can be said.
  std::string advise(const ManifestChange& change) const;

 private:
  std::string advise_more(const ManifestChange& change) const;
  std::string advise_less(const ManifestChange& change) const;
  std::string advise_optional(const ManifestChange& change) const;
  std::vector<std::string> bringers_of(std::string_view name) const;
  std::string advise_scope(std::string_view name) const;
  std::string advise_redirect(const ManifestChange& change) const;
  std::string advise_entry(std::string_view url) const;
  std::string find_feature_of(ScopeId scope) const;
  bool has_all(std::span<const ScopeId> alternatives, Level level) const;

  const ResolvedApp& resolved_;
  // By row, which of Zoom's scopes the catalog knows.
  std::vector<bool> zoom_scopes_;
};

// "scope `a`, required"; "`app.summary`: `A` in the file, `B` in Zoom". Secrets are not shown.
std::string describe_drift(const ManifestChange& change,
                           std::string (*code)(std::string_view) = nullptr);

// The key of the app file that says it: "app.summary", "manifest_extra.features.embed".
std::string key_of(const ManifestChange& change);

}  // namespace zoomc
