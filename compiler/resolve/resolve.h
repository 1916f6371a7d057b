#pragma once
#include "catalog/catalog.h"
#include "diagnostics/sink.h"
#include "model/app.h"
#include "resolve/resolved_app.h"

namespace zoomc::resolve {

// Features to scopes, region to URLs (DESIGN part 3). Names that cannot be resolved are reported;
// the result then has everything else, for the linter's other rules, and must not be compiled. It
// keeps pointers to `app` and `catalog`, which must outlive it.
[[nodiscard]] ResolvedApp resolve(const model::App& app, const catalog::Catalog& catalog,
                                  Sink& sink);

}  // namespace zoomc::resolve
