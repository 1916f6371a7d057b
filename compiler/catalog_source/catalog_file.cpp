#include "catalog_source/catalog_file.h"

#include <utility>

#include "catalog_source/codes.h"
#include "catalog_source/load.h"

namespace zoomc::catalog_source {

void CatalogFile::report(Diagnostic finding) {
  // A hostile table of single bad cells would otherwise take a hundred times its size.
  if (++count_ <= kMaxCatalogFindings) sink_.add(std::move(finding));
}

void CatalogFile::report(const Code& code, Span place, std::string message,
                         std::vector<std::string> hints) {
  Diagnostic found = finding(code, place, std::move(message));
  found.hints = std::move(hints);
  report(std::move(found));
}

void CatalogFile::report_duplicate(Span place, Span first, std::string message) {
  Diagnostic found = finding(catalog_codes::kDuplicate, place, std::move(message));
  found.labels.push_back({first, "first here"});
  report(std::move(found));
}

}  // namespace zoomc::catalog_source
