#pragma once
#include <string>
#include <vector>

#include "author/attempt.h"
#include "diagnostics/diagnostic.h"
#include "manifest/compare.h"

// What an imported file says about itself, in comments.
namespace zoomc {

// "the file cannot say the scope `x`": of a difference between the manifest (before) and what the
// file compiles to (after).
std::string describe_loss(const ManifestChange& change);

// Comments on what was inferred, at its place.
void comment_on_choices(const Attempt& attempt, const ImportBase& base, const Catalog& catalog,
                        AppDraft& draft);

// The comments at the top.
std::vector<std::string> describe_import(std::string_view source, const Attempt& attempt,
                                         const std::vector<ManifestChange>& losses,
                                         const std::vector<Diagnostic>& findings);

}  // namespace zoomc
