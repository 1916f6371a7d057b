#pragma once
#include <array>
#include <span>
#include <string_view>

#include "manifest/json_place.h"
#include "manifest/manifest_findings.h"

namespace zoomc {

// What a manifest is made of; its validator knows no other member.
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

// Reports a string that is none of the values; a blank one counts as absent.
void check_value(const JsonPlace& place, std::span<const std::string_view> values,
                 ManifestFindings& findings);
// The same for every item of an array, blank ones too.
void check_each_value(const JsonPlace& array, std::span<const std::string_view> values,
                      ManifestFindings& findings);

}  // namespace zoomc
