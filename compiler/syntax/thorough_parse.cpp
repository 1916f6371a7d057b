#include "syntax/thorough_parse.h"

#include "diagnostics/codes.h"
#include "syntax/events.h"
#include "syntax/limits.h"
#include "syntax/tree_builder.h"

namespace zoomc::syntax {
namespace {

using namespace syntax_codes;

// A limit that stopped the library before the text was read; nothing when none did.
std::optional<Diagnostic> limit_reached(const EventLog& log) {
  const Span place{log.place, log.place + 1};
  switch (log.stop) {
    case StopReason::nesting:
      return finding(kFileTooLarge, place, "values are nested more than 64 deep");
    case StopReason::nodes:
      return finding(kFileTooLarge, place, "the file has more than 1000000 values");
    case StopReason::read_ahead:
      return finding(kFileTooLarge, place,
                     "the value that begins here is too long to be read in one piece; write it "
                     "without brackets, one entry a line");
    case StopReason::complete:
    case StopReason::syntax: break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Document> thorough_parse(std::string_view text, std::uint32_t begin, Sink& sink) {
  const EventLog log = read_events(text, begin);
  if (auto limit = limit_reached(log)) {
    sink.add(std::move(*limit));
    return std::nullopt;
  }
  return TreeBuilder(text, begin, log, sink).build();
}

}  // namespace zoomc::syntax
