#pragma once
#include <array>

#include "diagnostics/code.h"

// What `infer` reports when it holds calls against an app, and of calls it cannot name.
namespace zoomc::infer_codes {

inline constexpr Code kUnauthorizedCall{
    "unauthorized-call", "an API call is made that no scope of the app allows", Severity::error};
inline constexpr Code kUnseenOperation{
    "unseen-operation", "the app asks for a call that nobody was seen to make", Severity::note};
inline constexpr Code kUnseenScope{"unseen-scope", "no call that was seen needs a scope",
                                   Severity::note};
inline constexpr Code kUnknownCall{"unknown-call", "a call to Zoom's API is not in the catalog",
                                   Severity::warning};
inline constexpr Code kUnresolvedCall{
    "unresolved-call", "the method or path of a call is only known when it runs", Severity::note};

inline constexpr std::array kAll{kUnauthorizedCall, kUnseenOperation, kUnseenScope, kUnknownCall,
                                 kUnresolvedCall};

}  // namespace zoomc::infer_codes
