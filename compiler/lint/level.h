#pragma once
#include <optional>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

// Whether the app reaches the user's own data or the whole account, and how sure that is.
namespace zoomc::lint {

// The level of scopes that the app may have.
catalog::Level app_level(const resolve::ResolvedApp& resolved);

// Whether that is final: the author said who manages the app, or nothing that was not understood
// could change what was inferred.
bool is_level_known(const resolve::CompiledApp& cx);

// Whether the app asks for something that has no scope at its level. An earlier phase has said so,
// and the manifest lacks it.
bool is_something_unserved(const resolve::CompiledApp& cx);

// The place that makes the app's level what it is; nothing when it only is the default.
std::optional<Label> level_label(const resolve::CompiledApp& cx);

// Whether all that decides about the scopes was understood, so that what is absent really is. False
// where an earlier phase has reported a mistake in one of these keys.
bool is_understood(const resolve::CompiledApp& cx);

// Makes a finding about the level of a scope, which says that Zoom rejects it, a warning where that
// level is only a guess.
void soften_where_guessed(const catalog::Scope& scope, Diagnostic& found);

}  // namespace zoomc::lint
