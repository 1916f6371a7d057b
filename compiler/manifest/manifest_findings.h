#pragma once
#include <string>
#include <vector>

#include "diagnostics/code.h"
#include "manifest/json_place.h"
#include "manifest/validate.h"

namespace zoomc {

// Collects what the parts of the validator find, in any order.
class ManifestFindings {
 public:
  void rejects(const Code& code, const JsonPlace& place, std::string message);
  void accepts(const Code& code, const JsonPlace& place, std::string message);
  void drops(const Code& code, const JsonPlace& place, std::string message);
  // The same, with another severity than the code's.
  void accepts(const Code& code, Severity severity, const JsonPlace& place, std::string message);
  // The same, of `place` as Zoom calls it, to be seen at `seen_at`.
  void add(const Code& code, Severity severity, ZoomVerdict verdict, const JsonPlace& place,
           const JsonPlace& seen_at, std::string message);

  // In the order of the document. Leaves the list empty.
  std::vector<ManifestFinding> take();

 private:
  std::vector<ManifestFinding> findings_;
};

}  // namespace zoomc
