#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "infer/path_trie.h"
#include "source/line_index.h"
#include "source/source_file.h"

namespace zoomc::infer {

// What is known of a call.
enum class ResolutionStatus : std::uint8_t {
  // Its operation.
  none,
  // The catalog has no such path, or not with that method.
  unknown,
  // The method, or the path, is only known when the program runs.
  method_computed,
  path_computed,
  // Several operations fit.
  ambiguous,
};

// A call to Zoom's API in a source file, and what it means.
struct FoundCall {
  ResolutionStatus doubt = ResolutionStatus::none;
  // With `none` only.
  catalog::OperationId operation = 0;
  // As it is shown: "GET", empty when computed; "/users/{}/meetings", empty when it is not written.
  std::string method;
  std::string path;
  Span place;
  Position position;
};

// A larger source file is not read: nobody wrote it by hand.
inline constexpr std::size_t kMaxSourceBytes = std::size_t{1} << 20U;

// The calls in a file, in its order. Which language it is in is told by its name; a file in none
// has no calls.
std::vector<FoundCall> scan_source(const SourceFile& file, const PathTrie& trie);

}  // namespace zoomc::infer
