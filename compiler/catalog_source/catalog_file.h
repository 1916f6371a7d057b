#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/sink.h"
#include "source/source_file.h"

namespace zoomc::catalog_source {

// The first character of `text` that messages would have to escape (`escape_controls`): what the
// catalog says is shown in all formats, so that no text has one. Nothing for plain text.
std::optional<Span> find_control(std::string_view text);

// One file of a catalog directory while it is read: its bytes, which stay where they are, and the
// findings so far.
class CatalogFile {
 public:
  // `file` must outlive this and everything that is read from it.
  explicit CatalogFile(const SourceFile& file) : file_(&file) {}

  const SourceFile& source() const { return *file_; }
  std::string_view text() const { return file_->text; }

  void report(Diagnostic finding);
  void report(const Code& code, Span place, std::string message,
              std::vector<std::string> hints = {});
  // The thing at `place` stood at `first` before.
  void report_duplicate(Span place, Span first, std::string message);

  bool has_findings() const { return !sink_.empty(); }
  std::vector<Diagnostic> take_findings() { return sink_.take(); }

 private:
  const SourceFile* file_;
  Sink sink_;
  std::size_t count_ = 0;
};

}  // namespace zoomc::catalog_source
