#pragma once
#include <vector>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// Collects the findings of one file.
class Sink {
 public:
  void add(Diagnostic finding);
  bool has_errors() const { return has_errors_; }
  bool empty() const { return findings_.empty(); }
  // The findings in their total order (place, then severity from error to note, then id, then
  // message), exact duplicates dropped. Leaves the sink empty.
  [[nodiscard]] std::vector<Diagnostic> take();

 private:
  std::vector<Diagnostic> findings_;
  bool has_errors_ = false;
};

}  // namespace zoomc
