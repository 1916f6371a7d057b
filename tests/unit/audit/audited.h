#pragma once
#include <string>

#include "audit/audit.h"
#include "catalog/builtin.h"
#include "rules/registry.h"

namespace zoomc::testing {
using namespace audit;

// What the audit finds in a manifest given as text, with the built-in catalog and all rules.
inline Audit audit(const std::string& text) {
  return audit_manifest({"app.manifest.json", text}, catalog::builtin_catalog(),
                        rules::all_rules());
}

// "severity[id] at what is pointed at: message (verdict; text) | hints", one line a finding.
inline std::string audited(const std::string& text) {
  const SourceFile file{"app.manifest.json", text};
  std::string lines;
  for (const Diagnostic& found : audit(text).findings) {
    lines += std::string(to_string(found.severity)) + "[" + std::string(found.id) + "] " +
             std::string(file.slice(found.primary)) + ": " + found.message;
    if (found.zoom.verdict != ZoomVerdict::unknown || !found.zoom.text.empty()) {
      lines += " (" + std::string(to_string(found.zoom.verdict));
      if (!found.zoom.text.empty()) lines += "; " + found.zoom.text;
      lines += ")";
    }
    for (const std::string& hint : found.hints) lines += " | " + hint;
    for (const Fix& fix : found.fixes) {
      lines += " | fix (" + std::string(to_string(fix.safety)) + "): " + fix.title;
    }
    lines += '\n';
  }
  return lines;
}

// The members of a manifest in which nothing is to be found, one of them at a time replaced.
struct Parts {
  std::string name = "Acme CRM Sync";
  std::string more_display;
  std::string links = R"("privacy_url": "https://acme.example/privacy",
      "terms_url": "https://acme.example/terms", "support_url": "https://acme.example/support",
      "doc_url": "https://acme.example/docs")";
  std::string usage = "ADMIN_MANAGEMENT";
  std::string redirects = R"("development_redirect_uri": "https://acme.example/code",
      "production_redirect_uri": "https://acme.example/code",
      "oauth_allow_list": ["https://acme.example/code"], "strict_mode": true)";
  std::string scopes = R"({"scope": "user:read:user:admin", "optional": false})";
  std::string features = R"({"products": []})";
};

inline std::string manifest_of(const Parts& parts) {
  return R"({"display_information": {"display_name": ")" + parts.name + "\", " + parts.links +
         parts.more_display + R"(}, "oauth_information": {"usage": ")" + parts.usage + "\", " +
         parts.redirects + R"(, "scopes": [)" + parts.scopes +
         R"(]}, "developer_information": {"developer_name": "Dana"}, "features": )" +
         parts.features + "}";
}

}  // namespace zoomc::testing
