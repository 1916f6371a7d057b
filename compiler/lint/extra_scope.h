#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

// The problem of an extra scope: the first that applies, so that one mistake gives one finding.
// `fine` if it has none.
enum class ExtraScopeProblem : std::uint8_t {
  fine,
  unknown,
  app_owned,
  master,
  other_level,
  // A classic name in an app that uses granular ones.
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
  // Its scope in the manifest.
  const resolve::ResolvedScope* scope = nullptr;

  // Whether the manifest has it without the list.
  bool is_derived() const { return scope->source != resolve::ScopeSource::extra; }
};

// Every name in `extra_scopes`, once, with its problem. In the `guide` vocabulary the guide's own
// names are fine: one rule reports all of them.
[[nodiscard]] std::vector<ExtraScope> analyze_extra_scopes(const resolve::CompiledApp& cx);

// The name of the scope that means the same at the app's level, in the same vocabulary: with
// another suffix or none. Nothing if Zoom lists no such scope, or not in the app's vocabulary.
std::optional<std::string> name_at_app_level(const resolve::CompiledApp& cx,
                                             const catalog::Scope& scope);

// Adds labels to the further entries of the same name.
void label_repeats(const ExtraScope& extra, Diagnostic& found);

// Whether the scope belongs to something else in the manifest: another scope, or a setting
// (`Catalog::implied_scopes`). Listing it is not a mistake.
bool is_implied_scope(const resolve::CompiledApp& cx, std::string_view name);

// Whether Zoom adds the scope by itself because of such a thing.
bool is_added_by_zoom(const resolve::CompiledApp& cx, std::string_view name);

// The value `true` that the app adds to its manifest at a path of keys, "features.x.enable"; null
// if it does not.
const syntax::Node* find_setting(const resolve::CompiledApp& cx, std::string_view path);

// Fixes for a wrong scope in `extra_scopes`.

// Replaces the scope with `name` everywhere in the file: in the list, in `optional`, as a key of
// `justify` and `test_plan`.
[[nodiscard]] Fix replace_scope(const resolve::CompiledApp& cx, const ExtraScope& extra,
                                const std::string& name);

// Removes `entry`, one of the places of `extra`, from the list, or the whole key if nothing else is
// listed. `all` is the whole list. Nothing if that would leave another mistake (`optional` names
// the scope) or would do harm.
[[nodiscard]] std::optional<Fix> remove_entry(const resolve::CompiledApp& cx,
                                              const std::vector<ExtraScope>& all,
                                              const ExtraScope& extra, const Text& entry,
                                              FixSafety safety);

// The same for a name that is wrong everywhere: nothing if the list has it several times.
[[nodiscard]] std::optional<Fix> remove_scope(const resolve::CompiledApp& cx,
                                              const std::vector<ExtraScope>& all,
                                              const ExtraScope& extra);

}  // namespace zoomc::lint
