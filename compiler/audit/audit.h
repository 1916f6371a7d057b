#pragma once
#include <span>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "lint/rule.h"
#include "source/source_file.h"

namespace zoomc::audit {

// The result for a manifest. Each finding says what Zoom does and, in its first hint, where: the
// pointer that Zoom uses.
struct Audit {
  std::vector<Diagnostic> findings;
  // The places of secrets in the manifest, which are never shown.
  std::vector<Span> secrets;
  // Whether Zoom's validator accepts the manifest: `accepts`, `can_reject` or `rejects`. A file
  // that could not be read as one is rejected.
  ZoomVerdict verdict = ZoomVerdict::rejects;
};

// Finds everything that is wrong with a manifest of any origin, bare or wrapped, in the order of
// the file: the answers of Zoom's validator, and the problems that its review and its users would
// meet. `rules` are those of the linter; only those that also apply to manifests are run.
[[nodiscard]] Audit audit_manifest(const SourceFile& file, const catalog::Catalog& catalog,
                                   std::span<const lint::Rule> rules);

}  // namespace zoomc::audit
