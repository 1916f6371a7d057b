#pragma once
#include <utility>

#include "catalog/catalog.h"
#include "model/app.h"
#include "resolve/resolved_app.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc::resolve {

// A file and the result of each phase; a manifest that is seen as an app has no `document`. It is
// neither copied nor moved, because `resolved` points into `app`.
struct CompiledApp {
  CompiledApp(SourceFile source, const catalog::Catalog& tables)
      : file(std::move(source)), catalog(tables) {}
  CompiledApp(const CompiledApp&) = delete;
  CompiledApp& operator=(const CompiledApp&) = delete;

  SourceFile file;
  syntax::Document document;
  model::App app;
  ResolvedApp resolved;
  const catalog::Catalog& catalog;
};

}  // namespace zoomc::resolve
