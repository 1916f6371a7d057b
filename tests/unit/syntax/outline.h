#pragma once
#include <string>

#include "support/catch.h"

namespace zoomc::syntax {

// What `parse` makes of `text`, one node a line, children indented:
//     1:1-2:3 mapping
//       k 1:1-1:2 plain <a>
//       v 1:4-1:9 double <"b\n"> = b
// The positions are of the span, `< >` holds the bytes of a scalar's span, `=` its value where that
// is something else. Comments follow, each after `#`. Line breaks are written `\n`, `\r`.
// "refused" when nothing came back. Findings are left to `findings_of`.
std::string outline_of(const std::string& text);

// What `parse` reports for `text`, one finding a line with its labels and hints indented below:
//     2:1-2:2 duplicate-key: key `a` is already in this mapping; remove one of them
//       1:1-1:2 first here
std::string findings_of(const std::string& text);

// `findings` begins with a line break, so that the first stands below the others in a test.
inline void check_findings(const std::string& text, const std::string& findings) {
  INFO(text);
  CHECK("\n" + findings_of(text) == findings);
}

}  // namespace zoomc::syntax
