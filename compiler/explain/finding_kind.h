#pragma once
#include <string_view>

namespace zoomc {

// A kind of finding, in the words of who reports it; they all live as long as the program.
struct FindingKind {
  std::string_view id;
  // One line, without a full stop.
  std::string_view summary;
  // "error", "warning" or "note".
  std::string_view severity;
  // The room that reports it: "lint", "syntax" ...
  std::string_view found_by;
  // Whether its findings have a fix: "always", "sometimes" or "never"; empty where nothing is
  // promised.
  std::string_view fix;
  // What, why, instead: its page, in Markdown.
  std::string_view page;
};

}  // namespace zoomc
