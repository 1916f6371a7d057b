#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "source/span.h"

namespace zoomc {

// Of a file with more the rest is not looked at: nobody wrote it.
inline constexpr std::size_t kMaxCalls = 5000;

// A call to Zoom's API as a source file writes it.
struct CodeCall {
  // Empty when it is only known when the program runs.
  std::string method;
  // Below the API's root, with `kHole` for what is computed.
  std::string path;
  Span place;
  // That it is Zoom's is only said by a name: what is not in the catalog is no call then.
  bool is_by_name = false;
  // The path is given on as a whole and never written here.
  bool has_no_path = false;
};

}  // namespace zoomc
