#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

// What is wrong with a scope that was asked for by hand: the first that fits, so that one mistake
// is one finding. `fine` when nothing is.
enum class ExtraScopeProblem : std::uint8_t {
  fine,
  unknown,
  app_owned,
  master,
  other_level,
  // A classic name where granular ones are spoken.
  classic,
  // Twice in the list, or in the manifest anyway.
  duplicate,
  // Nothing in the app needs it, and no entry of `justify` explains it.
  unneeded,
};

struct ExtraScope {
  // The first entry of that name, and the later ones.
  Text text;
  std::vector<Text> repeats;
  ExtraScopeProblem problem = ExtraScopeProblem::fine;
  // Its line of the manifest.
  const resolve::ResolvedScope* scope = nullptr;

  // Whether the manifest has it without the list.
  bool is_derived() const { return scope->source != resolve::ScopeSource::extra; }
};

// Every name in `extra_scopes`, once, judged. In the `guide` vocabulary the guide's own names are
// fine: one rule speaks of all of them.
std::vector<ExtraScope> judge_extra_scopes(const resolve::CompiledApp& cx);

// The name of the scope that means the same at the app's level, in the same vocabulary: another
// suffix or none. Nothing when Zoom lists no such scope, or not in the names that the app speaks.
std::optional<std::string> name_at_app_level(const resolve::CompiledApp& cx,
                                             const catalog::Scope& scope);

// Points at the further entries of the same name.
void label_repeats(const ExtraScope& extra, Diagnostic& found);

// Whether Zoom adds the scope by itself because of something else in the manifest: another scope,
// or a setting (`Catalog::implied_scopes`). To list it too is no mistake.
bool is_implied_scope(const resolve::CompiledApp& cx, std::string_view name);

// What can be done about a scope in `extra_scopes` that is wrong.

// Puts `name` in place of the scope wherever the file has it: in the list, in `optional`, as a key
// of `justify` and `test_plan`.
Fix replace_scope(const resolve::CompiledApp& cx, const ExtraScope& extra, const std::string& name);

// Takes `entry`, one of the places of `extra`, out of the list, or the whole key where nothing else
// is listed. `all` is what the list has. Nothing when that would leave a mistake behind (`optional`
// names the scope) or cannot be done without harm.
std::optional<Fix> remove_entry(const resolve::CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra, const Text& entry, FixSafety safety);

// The same for a name that is wrong wherever it stands: nothing when the list has it several times.
std::optional<Fix> remove_scope(const resolve::CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra);

}  // namespace zoomc::lint
