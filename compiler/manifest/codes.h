#pragma once
#include <array>

#include "diagnostics/code.h"

// What the writer and the offline validator report.
namespace zoomc::manifest_codes {

inline constexpr Code kManifestExtraConflict{
    "manifest-extra-conflict", "`manifest_extra` sets what zoomc writes for this app"};
inline constexpr Code kManifestExtraValue{"manifest-extra-value",
                                          "`manifest_extra` has something that JSON cannot say"};

inline constexpr Code kJsonSyntax{"json-syntax", "the file is not JSON"};

inline constexpr Code kWrongType{"wrong-type", "a field of the manifest has the wrong JSON type"};
inline constexpr Code kUnknownManifestKey{
    "unknown-manifest-key", "a top-level key of the manifest that Zoom drops", Severity::warning};
inline constexpr Code kUnknownValue{"unknown-value",
                                    "a value that Zoom does not offer for this field"};
inline constexpr Code kMissingName{"missing-name", "the manifest has no `display_name`"};
inline constexpr Code kInvalidUsage{"invalid-usage",
                                    "`usage` is neither `USER_OPERATION` nor `ADMIN_MANAGEMENT`"};
inline constexpr Code kMissingRedirect{"missing-redirect", "the manifest lacks a redirect URL"};
inline constexpr Code kMissingScopes{"missing-scopes", "the manifest has no scopes",
                                     Severity::warning};
inline constexpr Code kOptionalNotBoolean{
    "optional-not-boolean", "a scope's `optional` is neither true nor false", Severity::warning};
inline constexpr Code kPublicKeyConflict{"public-key-conflict",
                                         "a public key needs either `well_known_url` or `keys`"};
inline constexpr Code kMissingDeveloperInformation{
    "missing-developer-information", "the manifest has no `developer_information`", Severity::note};
inline constexpr Code kMissingFeatures{"missing-features", "the manifest has no `features`",
                                       Severity::note};
inline constexpr Code kSurfaceWithoutProduct{"surface-without-product",
                                             "a home URL or domains although `products` is empty"};
inline constexpr Code kMissingMessageUrl{"missing-message-url",
                                         "a chat subscription without `development_message_url`"};
inline constexpr Code kTooManyShortcuts{"too-many-shortcuts", "more than 20 chat shortcuts"};

inline constexpr std::array kAll{kManifestExtraConflict,
                                 kManifestExtraValue,
                                 kJsonSyntax,
                                 kWrongType,
                                 kUnknownManifestKey,
                                 kUnknownValue,
                                 kMissingName,
                                 kInvalidUsage,
                                 kMissingRedirect,
                                 kMissingScopes,
                                 kOptionalNotBoolean,
                                 kPublicKeyConflict,
                                 kMissingDeveloperInformation,
                                 kMissingFeatures,
                                 kSurfaceWithoutProduct,
                                 kMissingMessageUrl,
                                 kTooManyShortcuts};

// The same mistakes as the linter's rules of these names, found in a manifest instead of an app.
inline constexpr Code kNameTooLong{"name-too-long", "the name has more than 49 code points"};
inline constexpr Code kUnknownScope{"unknown-scope", "a scope that the catalog does not know",
                                    Severity::warning};
inline constexpr Code kAppOwnedScope{"app-owned-scope",
                                     "a scope that belongs to the app's own token"};
inline constexpr Code kMasterScope{"master-scope", "a scope for sub-accounts"};
inline constexpr Code kScopeLevelMismatch{"scope-level-mismatch",
                                          "a scope of the other level than the app's usage"};
inline constexpr Code kClassicScope{"classic-scope", "a scope of the classic vocabulary",
                                    Severity::warning};
inline constexpr Code kDuplicateScope{"duplicate-scope", "a scope is listed twice",
                                      Severity::warning};
inline constexpr Code kNoRequiredScope{"no-required-scope", "every scope is optional"};
inline constexpr Code kInvalidUrl{"invalid-url", "a redirect that is no absolute URL"};
inline constexpr Code kRedirectNotAllowListed{"redirect-not-allow-listed",
                                              "the allow list lacks the redirect"};
inline constexpr Code kRtmsEvent{"rtms-event-in-manifest",
                                 "an RTMS event that Zoom takes in no manifest"};
inline constexpr Code kTooManySubscriptions{"too-many-subscriptions",
                                            "more than 20 event subscriptions"};

inline constexpr std::array kOfLinter{
    kNameTooLong,        kUnknownScope,           kAppOwnedScope,  kMasterScope,
    kScopeLevelMismatch, kClassicScope,           kDuplicateScope, kNoRequiredScope,
    kInvalidUrl,         kRedirectNotAllowListed, kRtmsEvent,      kTooManySubscriptions};

}  // namespace zoomc::manifest_codes
