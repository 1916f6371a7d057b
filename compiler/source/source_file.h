#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc {

// The bytes of one input and the name under which people know it. Bytes are as read: a BOM, CRLF
// and bad UTF-8 are all still there, so that every span counts in bytes of the file.
struct SourceFile {
  std::string path;
  std::string text;
  // Places of `text` that nobody is shown, once it is known what is secret.
  std::vector<Span> secrets;

  // The bytes of `span`, cut to the file.
  std::string_view slice(Span span) const;
};

}  // namespace zoomc
