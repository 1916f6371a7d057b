#pragma once
#include <array>

#include "diagnostics/code.h"

// What only the audit of a whole manifest reports, beside Zoom's own validator and the linter.
namespace zoomc::audit_codes {

inline constexpr Code kWrappedTwice{"wrapped-twice", "the manifest stands in `manifest` twice"};
inline constexpr Code kMissingSignInScope{"missing-sign-in-scope",
                                          "no scope allows what the platform's sign-in reads",
                                          Severity::warning};
inline constexpr Code kMissingEventScope{
    "missing-event-scope", "no scope allows an event that is subscribed to", Severity::warning};
inline constexpr Code kUnusedEventScope{"unused-event-scope",
                                        "a scope allows only events, and none is subscribed to",
                                        Severity::warning};
inline constexpr Code kUnexplainedScope{
    "unexplained-scope", "no operation or event of the catalog needs a scope", Severity::note};

inline constexpr std::array kAll{kWrappedTwice, kMissingSignInScope, kMissingEventScope,
                                 kUnusedEventScope, kUnexplainedScope};

// The same mistakes as the linter's rules of these names, in the words of a manifest.
inline constexpr Code kUnknownEvent{"unknown-event", "an event type is not in the catalog",
                                    Severity::warning};
inline constexpr Code kSummaryTooLong{
    "summary-too-long", "the short description has more than 150 characters", Severity::warning};
inline constexpr Code kMissingListingLink{
    "missing-listing-link", "the listing lacks a link that Zoom's review asks for", Severity::note};
inline constexpr Code kPlaceholderText{"placeholder-text", "a text or URL still has a placeholder",
                                       Severity::note};
inline constexpr Code kInlineSecret{"inline-secret", "the file has a secret", Severity::warning};

inline constexpr Code kGuideNames{
    "guide-names", "the guide's scope names are not all names that Zoom takes from new apps",
    Severity::warning};

inline constexpr std::array kOfLinter{kUnknownEvent,    kSummaryTooLong, kMissingListingLink,
                                      kPlaceholderText, kInlineSecret,   kGuideNames};

}  // namespace zoomc::audit_codes
