#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"

namespace zoomc::render {

// Names by which a finding of a file is known again in a later report, 16 hexadecimal digits: made
// of the rule, the file's path and the text at the primary place, not of lines, columns or words of
// ours. Findings that share all these differ by their order.
class Fingerprints {
 public:
  // `file` is as it is shown, without secrets, and must outlive this.
  explicit Fingerprints(const SourceFile& file) : file_(file) {}

  // To be asked once for each finding, in their order.
  std::string next(const Diagnostic& finding);

 private:
  const SourceFile& file_;
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;
};

// A path as forges name files, without `./` at its start.
std::string_view repository_path(std::string_view path);

// A path as a URI reference: relative to wherever the program ran, or `file:///…` for an absolute
// one. Every byte that a path segment may not have is percent-encoded, and `:` too.
std::string to_uri(std::string_view path);

}  // namespace zoomc::render
