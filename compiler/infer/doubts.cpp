#include "diagnostics/codes.h"
#include "infer/comparison.h"
#include "text/quote.h"

namespace zoomc {
namespace {

Diagnostic unknown_call(const FoundCall& call, const PathTrie& trie) {
  const std::string name = call.method + " " + call.path;
  Diagnostic found =
      finding(infer_codes::kUnknownCall, call.place,
              in_backticks(name) + " is not in the catalog; check the method and the path");
  if (const auto near = trie.nearest_call(call.method, call.path)) {
    found.hints.push_back("the nearest is " + in_backticks(*near));
  }
  return found;
}

Diagnostic unresolved_call(const FoundCall& call) {
  std::string message;
  if (call.path.empty()) {
    message = "a call to Zoom's API whose path is only known when the program runs";
  } else if (call.doubt == CallDoubt::method_computed) {
    message = "a call to " + in_backticks(call.path) + " whose method is not written here";
  } else if (call.doubt == CallDoubt::ambiguous) {
    message = in_backticks(call.method + " " + call.path) + " may be several operations";
  } else {
    message =
        "a call to " + in_backticks(call.path) + " whose path is only known when the program runs";
  }
  Diagnostic found = finding(infer_codes::kUnresolvedCall, call.place,
                             message + "; name what it calls under `operations` by hand");
  return found;
}

}  // namespace

std::vector<std::vector<Diagnostic>> doubts_of(const Usage& usage, const PathTrie& trie) {
  // The search for what is near goes through the whole catalog.
  constexpr std::size_t kMaxNear = 100;
  std::vector<std::vector<Diagnostic>> findings(usage.files.size());
  std::size_t unknown = 0;
  for (const DoubtfulCall& doubtful : usage.doubtful) {
    const bool is_unknown = doubtful.call.doubt == CallDoubt::unknown;
    if (is_unknown && ++unknown > kMaxNear) {
      const FoundCall& call = doubtful.call;
      findings[doubtful.file].push_back(
          finding(infer_codes::kUnknownCall, call.place,
                  in_backticks(call.method + " " + call.path) +
                      " is not in the catalog; check the method and the path"));
      continue;
    }
    findings[doubtful.file].push_back(is_unknown ? unknown_call(doubtful.call, trie)
                                                 : unresolved_call(doubtful.call));
  }
  return findings;
}

}  // namespace zoomc
