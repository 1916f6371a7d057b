#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/diagnostic.h"
#include "render/format.h"
#include "source/source_file.h"

namespace zoomc {

// What kept a run from doing all that was asked for. It is said on standard error where it happens,
// and kept here for the report, which must not pass for one of files without findings.
class Troubles {
 public:
  // Mistakes in a file that other files depend on, such as settings; notes are none.
  void add(const SourceFile& file, const std::vector<Diagnostic>& findings);
  // Trouble with all of a file; told once, however often it is met.
  void add(const Code& code, const std::string& path, std::string message);

  bool empty() const { return kept_.empty(); }
  // Tells a report what was added since the last time.
  void tell(Report& report, const ReportOut& out);

 private:
  struct Trouble {
    SourceFile file;
    std::vector<Diagnostic> findings;
  };

  std::vector<Trouble> kept_;
  // Path and message.
  std::set<std::pair<std::string, std::string>> known_;
};

}  // namespace zoomc
