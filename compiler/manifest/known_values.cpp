#include "manifest/known_values.h"

#include <algorithm>
#include <string>
#include <vector>

#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc {
namespace {

void check_text(const JsonPlace& place, std::span<const std::string_view> values,
                ManifestFindings& findings) {
  const auto text = place.text();
  if (!text || std::find(values.begin(), values.end(), *text) != values.end()) return;
  std::vector<std::string> choice;
  choice.reserve(values.size());
  for (const std::string_view value : values) choice.push_back(in_backticks(value));
  findings.rejects(manifest_codes::kUnknownValue, place,
                   in_backticks(*text) +
                       " is none of the values that Zoom offers here: " + join_words(choice, "or"));
}

}  // namespace

void check_value(const JsonPlace& place, std::span<const std::string_view> values,
                 ManifestFindings& findings) {
  if (!place.is_blank()) check_text(place, values, findings);
}

void check_each_value(const JsonPlace& array, std::span<const std::string_view> values,
                      ManifestFindings& findings) {
  for (std::size_t i = 0; i < array.item_count(); ++i) {
    check_text(array.item(i), values, findings);
  }
}

}  // namespace zoomc
