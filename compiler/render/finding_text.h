#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/line_index.h"
#include "source/source_file.h"

namespace zoomc::render {

// The role of a piece of text, for its colour.
enum class Style : std::uint8_t { plain, strong, gutter, note, warning, error };

// The style of a severity's word and carets.
Style style_of(Severity severity);

// Collects styled text. Without colour it is the same text, minus the escapes.
class StyledText {
 public:
  explicit StyledText(bool color) : color_(color) {}

  void put(Style style, std::string_view text);
  void put(std::string_view text) { put(Style::plain, text); }
  void end_line() { text_ += '\n'; }
  const std::string& text() const { return text_; }

 private:
  bool color_;
  std::string text_;
};

// A span as people and tools count it, cut to the file: `end` is exclusive, and at the start of the
// next line when a line break is the last of it.
struct FileRegion {
  LineColumn start;
  LineColumn end;
  Span bytes;

  // The line of the last byte.
  std::uint32_t last_line() const {
    return end.line > start.line && end.column == 1 ? end.line - 1 : end.line;
  }
};

// A file while its findings are rendered, without secrets. Keeps references: `file` must outlive
// it.
class FileView {
 public:
  explicit FileView(const SourceFile& file);

  const SourceFile& file() const { return file_; }
  const LineIndex& lines() const { return lines_; }
  FileRegion region(Span span) const;

 private:
  const SourceFile& file_;
  LineIndex lines_;
};

// Zoom's reaction to the mistake and the consequence; empty if neither is known.
std::string describe(const ZoomEffect& effect);

// The lines below a finding: what Zoom does, fixes, hints, where to read more.
std::vector<std::string> notes_of(const Diagnostic& finding);

// One finding as people read it: the message, the excerpt with carets and labels, the notes.
void print_finding(StyledText& styled, const FileView& view, const Diagnostic& finding);

}  // namespace zoomc::render
