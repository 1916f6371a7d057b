#include "render/secrets.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace zoomc {
namespace {

std::vector<Span> places_of(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  std::vector<Span> places = file.secrets;
  for (const Diagnostic& finding : findings) {
    if (finding.sensitive) places.push_back(finding.primary);
  }
  return places;
}

// The secret itself, without the quotes of YAML around it.
std::string_view secret_at(const SourceFile& file, Span place) {
  std::string_view text = file.slice(place);
  const bool quoted = text.size() >= 2 && text.front() == text.back() &&
                      (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

bool tells(const Fix& fix, std::string_view secret) {
  const auto has_it = [secret](std::string_view text) {
    return text.find(secret) != std::string_view::npos;
  };
  return has_it(fix.title) ||
         std::any_of(fix.edits.begin(), fix.edits.end(),
                     [&](const Edit& edit) { return has_it(edit.replacement); });
}

}  // namespace

std::string without_secrets(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  std::string masked = file.text;
  for (const Span place : places_of(file, findings)) {
    const std::size_t end = std::min<std::size_t>(place.end, masked.size());
    for (std::size_t i = place.begin; i < end; ++i) {
      if (masked[i] != '\n' && masked[i] != '\r') masked[i] = '*';
    }
  }
  return masked;
}

std::vector<Fix> shown_fixes(const SourceFile& file, const Diagnostic& finding) {
  std::vector<Fix> fixes = finding.fixes;
  for (const Span place : places_of(file, {finding})) {
    const std::string_view secret = secret_at(file, place);
    if (!secret.empty()) std::erase_if(fixes, [&](const Fix& fix) { return tells(fix, secret); });
  }
  return fixes;
}

}  // namespace zoomc
