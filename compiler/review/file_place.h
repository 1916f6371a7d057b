#pragma once
#include <string>

#include "source/line_index.h"
#include "source/source_file.h"

namespace zoomc {

// Says where something stands in a file, as people read and editors open it.
class FilePlaces {
 public:
  // `file` must outlive it.
  explicit FilePlaces(const SourceFile& file) : path_(file.path), lines_(file.text) {}

  // "apps/crm.zoom.yaml:12:3", safe to show; empty for an empty span, which stands nowhere.
  std::string text_of(Span span) const;
  // "line 12", for where it is known which file is meant.
  std::string line_of(Span span) const;
  Position position(Span span) const { return lines_.position(span.begin); }

 private:
  const std::string& path_;
  LineIndex lines_;
};

}  // namespace zoomc
