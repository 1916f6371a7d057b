#include "render/secrets.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace zoomc {
namespace {

// The secret itself, without the quotes of YAML around it.
std::string_view secret_of(const SourceFile& file, const Diagnostic& finding) {
  std::string_view text = file.slice(finding.primary);
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

SourceFile without_secrets(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  SourceFile masked = file;
  for (const Diagnostic& finding : findings) {
    if (!finding.sensitive) continue;
    const std::size_t end = std::min<std::size_t>(finding.primary.end, masked.text.size());
    for (std::size_t i = finding.primary.begin; i < end; ++i) {
      if (masked.text[i] != '\n' && masked.text[i] != '\r') masked.text[i] = '*';
    }
  }
  return masked;
}

std::vector<Fix> shown_fixes(const SourceFile& file, const Diagnostic& finding) {
  std::vector<Fix> fixes = finding.fixes;
  const std::string_view secret = finding.sensitive ? secret_of(file, finding) : std::string_view();
  if (!secret.empty()) std::erase_if(fixes, [&](const Fix& fix) { return tells(fix, secret); });
  return fixes;
}

}  // namespace zoomc
