#pragma once
#include "model/keys.h"

// The keys of the settings, and their places.
namespace zoomc::config {

using model::KeySpec;
using model::Section;

inline constexpr std::array kRootKeys{KeySpec{"lint"}, KeySpec{"policy"}};
inline constexpr std::array kLintKeys{KeySpec{"rules"}, KeySpec{"exclude"}};
inline constexpr std::array kPolicyKeys{
    KeySpec{"id", "id: eu-only"}, KeySpec{"severity"}, KeySpec{"deny"},   KeySpec{"allow"},
    KeySpec{"require"},           KeySpec{"when"},     KeySpec{"message"}};
inline constexpr std::array kPatternKeys{KeySpec{"scopes"},  KeySpec{"features"},
                                         KeySpec{"regions"}, KeySpec{"products"},
                                         KeySpec{"events"},  KeySpec{"operations"}};
inline constexpr std::array kWhenKeys{KeySpec{"stage"}, KeySpec{"managed_by"},
                                      KeySpec{"scope_names"}};

inline constexpr Section kRootSection{"at the top of the file", kRootKeys};
inline constexpr Section kLintSection{"in `lint`", kLintKeys};
inline constexpr Section kPolicySection{"in an entry of `policy`", kPolicyKeys};
inline constexpr Section kPatternSection{"in `deny` or `allow`", kPatternKeys};
inline constexpr Section kWhenSection{"in `when`", kWhenKeys};

inline constexpr std::array kSections{kRootSection, kLintSection, kPolicySection, kPatternSection,
                                      kWhenSection};
inline constexpr model::Language kLanguage{"`.zoomc.yaml`", kSections};

}  // namespace zoomc::config
