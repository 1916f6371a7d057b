#pragma once
#include <optional>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

// The level of an app: it reaches the user's own data or the whole account, and that may not be
// certain.
namespace zoomc::lint {

// The level of scopes that the app may have.
catalog::Level app_level(const resolve::ResolvedApp& resolved);

// Whether the level is final: the author wrote who manages the app, or nothing in the file that
// zoomc could not read could change the level that it inferred.
bool is_level_known(const resolve::CompiledApp& cx);

// Whether something in the app has no scope at its level. An earlier phase has reported it, and the
// manifest lacks it.
bool is_something_unserved(const resolve::CompiledApp& cx);

// The place that decides the app's level; nothing if the level is the default.
std::optional<Label> level_label(const resolve::CompiledApp& cx);

// Whether everything that decides the scopes was read, so that what is missing really is missing.
// False if an earlier phase has reported a mistake in one of these keys.
bool is_understood(const resolve::CompiledApp& cx);

// Makes a finding about the level of a scope a warning if that level is only a guess.
void soften_where_guessed(const catalog::Scope& scope, Diagnostic& found);

}  // namespace zoomc::lint
