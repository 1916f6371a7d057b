#pragma once
#include <span>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "lint/rule.h"
#include "source/source_file.h"

namespace zoomc::audit {

// What became of a manifest. Each finding says what Zoom does and, in its first hint, where: the
// pointer that Zoom uses.
struct Audit {
  std::vector<Diagnostic> findings;
  // Where the manifest has secrets, which nobody is shown.
  std::vector<Span> secrets;
  // Whether Zoom's validator takes the manifest: `accepts`, `can_reject` or `rejects`. A file that
  // could not be read as one is rejected.
  ZoomVerdict verdict = ZoomVerdict::rejects;
};

// Everything that is wrong with a manifest of any origin, bare or wrapped, in the order of the
// file: what Zoom's validator says, what its review and its users would run into. `rules` are those
// of the linter; the ones that are about what a manifest has too are run.
Audit audit_manifest(const SourceFile& file, const catalog::Catalog& catalog,
                     std::span<const lint::Rule> rules);

}  // namespace zoomc::audit
