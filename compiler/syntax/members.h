#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "diagnostics/sink.h"
#include "syntax/tree.h"

namespace zoomc::syntax {

// Collects the members of one mapping. Keys that stand there twice are reported and left out; a
// merge key is reported and stays, so that nobody takes for missing what it would have brought. A
// file is told of `kMaxReportedKeys` such keys at most: it is refused anyway.
class Members {
 public:
  // `reported` counts over all mappings of a file.
  Members(std::vector<Member>& out, Sink& sink, std::size_t& reported)
      : out_(out), sink_(sink), reported_(reported) {}

  void add(Member member);

 private:
  void keep(Member member);
  const Member* find(const std::string& key);
  void report(Diagnostic finding);

  std::vector<Member>& out_;
  Sink& sink_;
  std::size_t& reported_;
  // Where each key stands in `out_`; made only for large mappings.
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace zoomc::syntax
