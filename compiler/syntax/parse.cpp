#include "syntax/parse.h"

#include "diagnostics/code.h"
#include "syntax/codes.h"
#include "syntax/encoding.h"
#include "syntax/events.h"
#include "syntax/tree_builder.h"

namespace zoomc {
namespace {

using namespace syntax;
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

std::optional<Document> parse(const SourceFile& file, Sink& sink) {
  if (auto problem = check_encoding(file.text)) {
    sink.add(std::move(*problem));
    return std::nullopt;
  }
  const std::uint32_t begin = byte_order_mark_size(file.text);
  const EventLog log = read_events(file.text, begin);
  if (auto limit = limit_reached(log)) {
    sink.add(std::move(*limit));
    return std::nullopt;
  }
  return TreeBuilder(file.text, begin, log, sink).build();
}

}  // namespace zoomc
