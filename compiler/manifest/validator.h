#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/code.h"
#include "manifest/json_place.h"
#include "manifest/validate.h"

// The helpers that the parts of the validator share.
namespace zoomc::manifest {

// Collects what the parts of the validator find, in any order.
class ManifestFindings {
 public:
  void rejects(const Code& code, const JsonPlace& place, std::string message);
  void accepts(const Code& code, const JsonPlace& place, std::string message);
  void drops(const Code& code, const JsonPlace& place, std::string message);
  // The same, with another severity than the code's.
  void accepts(const Code& code, Severity severity, const JsonPlace& place, std::string message);
  // The same, of `place` as Zoom calls it, to be seen at `seen_at`.
  void add(const Code& code, Severity severity, ZoomVerdict verdict, const JsonPlace& place,
           const JsonPlace& seen_at, std::string message);

  // In the order of the document. Leaves the list empty.
  std::vector<ManifestFinding> take();

 private:
  std::vector<ManifestFinding> findings_;
};

// The sections of a manifest; its validator knows no other member.
inline constexpr std::array<std::string_view, 4> kManifestSections = {
    "display_information", "oauth_information", "developer_information", "features"};

// The values that Zoom offers; its validator refuses others (facts/README.md). Those of
// `action_types` are from its manifest documentation.
inline constexpr std::array<std::string_view, 8> kProducts = {
    "ZOOM_MEETING", "ZOOM_CHAT",           "ZOOM_PHONE",      "ZOOM_ROOM",
    "ZOOM_WEBINAR", "ZOOM_CONTACT_CENTER", "ZOOM_WHITEBOARD", "ZOOM_EVENTS"};
inline constexpr std::array<std::string_view, 2> kDiscoverTypes = {"LISTED", "UNLISTED"};
inline constexpr std::array<std::string_view, 2> kInstallTypes = {"APP_DIRECTORY", "LANDING_PAGE"};
inline constexpr std::array<std::string_view, 2> kActionTypes = {"COMPOSE_BOX", "MESSAGE_ACTION"};

// Reports every known field of the manifest that has the wrong JSON type. `null` fits everywhere;
// fields that nobody has documented are let pass. A scope's `optional` is not looked at: Zoom takes
// strings there.
void check_field_types(const JsonPlace& root, ManifestFindings& findings);

// Zoom's findings in `oauth_information.scopes`: one finding a scope (the first that fits of
// unknown, app-owned, master, level, classic, duplicate), and one for the list.
void check_scopes(const JsonPlace& oauth_information, const catalog::Catalog& catalog,
                  ManifestFindings& findings);

}  // namespace zoomc::manifest
