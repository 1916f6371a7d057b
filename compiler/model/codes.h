#pragma once
#include <array>

#include "diagnostics/code.h"

namespace zoomc::model_codes {

inline constexpr Code kNotAnApp{"not-an-app", "the file does not hold an app description"};
inline constexpr Code kUnsupportedVersion{"unsupported-version",
                                          "the file is in a language version this build lacks"};
inline constexpr Code kMissingKey{"missing-key", "a required key is not there"};
inline constexpr Code kUnknownKey{"unknown-key", "a key that the language does not have"};
inline constexpr Code kWrongType{"wrong-type", "a value of another type than its key takes"};
inline constexpr Code kEmptyValue{"empty-value", "a key or entry without a value"};
inline constexpr Code kEmptyList{"empty-list", "a list without entries"};
inline constexpr Code kUnknownValue{"unknown-value", "a word that its key does not take"};
inline constexpr Code kDuplicateValue{"duplicate-value", "a list has the same word twice",
                                      Severity::warning};
inline constexpr Code kTooManyEntries{"too-many-entries",
                                      "a list or mapping is larger than any app needs"};
inline constexpr Code kTooManyMistakes{"too-many-mistakes",
                                       "the file has more mistakes than are listed"};

inline constexpr std::array kAll{
    kNotAnApp,  kUnsupportedVersion, kMissingKey,     kUnknownKey,     kWrongType,      kEmptyValue,
    kEmptyList, kUnknownValue,       kDuplicateValue, kTooManyEntries, kTooManyMistakes};

}  // namespace zoomc::model_codes
