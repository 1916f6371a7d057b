#include "catalog_source/catalog_file.h"

#include <algorithm>
#include <utility>

#include "catalog_source/load.h"
#include "diagnostics/codes.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::catalog_source {

std::optional<Span> find_control(std::string_view text) {
  const std::string shown = escape_controls(text);
  const auto differ = std::mismatch(text.begin(), text.end(), shown.begin(), shown.end());
  if (differ.first == text.end()) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(differ.first - text.begin());
  // An escape begins as no character of these does, so they differ in the first byte of one.
  const auto point = decode_utf8(text, begin);
  return Span{begin, begin + static_cast<std::uint32_t>(point ? point->bytes : 1)};
}

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
