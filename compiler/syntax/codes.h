#pragma once
#include <array>

#include "diagnostics/code.h"

namespace zoomc::syntax_codes {

inline constexpr Code kInvalidEncoding{"invalid-encoding", "the file is not UTF-8 text"};
inline constexpr Code kFileTooLarge{
    "file-too-large",
    "the file is past 8 MiB, too deeply nested, or grows too much through aliases"};
inline constexpr Code kYamlSyntax{"yaml-syntax", "the file is not YAML 1.2"};
inline constexpr Code kTabIndentation{"tab-indentation", "a tab is used as indentation"};
inline constexpr Code kMissingColon{"missing-colon", "a key has no colon"};
inline constexpr Code kDuplicateKey{"duplicate-key", "a mapping has the same key twice"};
inline constexpr Code kMergeKey{"merge-key", "merge keys (`<<`) are not part of the language"};
inline constexpr Code kSecondDocument{"second-document", "the file has a second document"};

inline constexpr std::array kAll{kInvalidEncoding, kFileTooLarge, kYamlSyntax, kTabIndentation,
                                 kMissingColon,    kDuplicateKey, kMergeKey,   kSecondDocument};

}  // namespace zoomc::syntax_codes
