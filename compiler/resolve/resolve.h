#pragma once
#include "catalog/catalog.h"
#include "diagnostics/sink.h"
#include "model/app.h"
#include "resolve/resolved_app.h"

namespace zoomc::resolve {

// Features to scopes, region to URLs (DESIGN part 3). What cannot be resolved is reported; the
// result then holds what could, for the linter's other rules, and must not be compiled. It keeps
// pointers to `app` and `catalog`, which must outlive it.
ResolvedApp resolve(const model::App& app, const catalog::Catalog& catalog, Sink& sink);

}  // namespace zoomc::resolve
