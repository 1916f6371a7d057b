#include "manifest/validate.h"

#include <algorithm>
#include <array>
#include <string>

#include "diagnostics/codes.h"
#include "manifest/field_types.h"
#include "manifest/json_place.h"
#include "manifest/known_values.h"
#include "manifest/manifest_findings.h"
#include "manifest/validate_features.h"
#include "manifest/validate_oauth.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

using namespace manifest_codes;

// Zoom says "less than 50"; whether exactly 50 passes is not known.
constexpr std::size_t kMaxName = 49;
void check_keys(const JsonPlace& root, ManifestFindings& findings) {
  for (std::size_t i = 0; i < root.member_count(); ++i) {
    const std::string_view name = root.member_name(i);
    if (std::find(kManifestSections.begin(), kManifestSections.end(), name) !=
        kManifestSections.end())
      continue;
    findings.drops(kUnknownManifestKey, root.member_at(i),
                   in_backticks(name) + " is no section of a manifest: Zoom takes it and drops it");
  }
}

// Sections that Zoom can do without.
void check_sections(const JsonPlace& root, ManifestFindings& findings) {
  if (const JsonPlace developer = root.member("developer_information"); !developer.present()) {
    findings.accepts(kMissingDeveloperInformation, developer,
                     "there is no `developer_information`");
  }
  if (const JsonPlace features = root.member("features"); !features.present()) {
    findings.accepts(kMissingFeatures, features, "there are no `features`");
  }
}

void check_display(const JsonPlace& display, ManifestFindings& findings) {
  if (!display.may_be_object()) return;
  const JsonPlace name = display.member("display_name");
  if (name.is_blank()) {
    findings.rejects(kMissingName, name, "the app has no name");
  } else if (name.text() && count_code_points(*name.text()) > kMaxName) {
    findings.rejects(kNameTooLong, name,
                     "the name has " + std::to_string(count_code_points(*name.text())) +
                         " characters; at most " + std::to_string(kMaxName) + " are safe");
  }
  check_value(display.member("discover_type"), kDiscoverTypes, findings);
  check_value(display.member("install_type"), kInstallTypes, findings);
}

}  // namespace

std::vector<ManifestFinding> validate_manifest(const rapidjson::Value& manifest,
                                               const Catalog& catalog) {
  ManifestFindings findings;
  const JsonPlace root(manifest);
  check_field_types(root, findings);
  if (manifest.IsObject()) {
    check_keys(root, findings);
    check_display(root.member("display_information"), findings);
    check_oauth(root.member("oauth_information"), catalog, findings);
    check_features(root.member("features"), findings);
    check_sections(root, findings);
  }
  return findings.take();
}

}  // namespace zoomc
