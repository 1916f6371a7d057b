#pragma once
#include <array>

#include "diagnostics/code.h"

// What kept a run from doing all that was asked for.
namespace zoomc::cli_codes {

inline constexpr Code kCannotReadFile{
    "cannot-read-file", "a file or directory is missing, or cannot be read as what it should be"};
inline constexpr Code kCannotReadSettings{"cannot-read-settings", "`.zoomc.yaml` cannot be read"};
inline constexpr Code kCannotWriteFile{"cannot-write-file", "a fixed file cannot be written"};

inline constexpr std::array kAll{kCannotReadFile, kCannotReadSettings, kCannotWriteFile};

}  // namespace zoomc::cli_codes
