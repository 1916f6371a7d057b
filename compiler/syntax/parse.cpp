#include "syntax/parse.h"

#include "syntax/encoding.h"
#include "syntax/quick_parse.h"
#include "syntax/thorough_parse.h"

namespace zoomc {

std::optional<Document> parse(const SourceFile& file, Sink& sink) {
  if (auto problem = syntax::check_encoding(file.text)) {
    sink.add(std::move(*problem));
    return std::nullopt;
  }
  const std::uint32_t begin = syntax::byte_order_mark_size(file.text);
  if (auto document = syntax::quick_parse(file.text, begin)) return document;
  return syntax::thorough_parse(file.text, begin, sink);
}

}  // namespace zoomc
