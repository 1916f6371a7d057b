#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/writer.h"
#include "source/line_index.h"
#include "source/source_file.h"
#include "text/quote.h"

namespace zoomc::review {

// Writes a place in a file as people read it and editors open it.
class FilePlaces {
 public:
  // `file` must outlive it.
  explicit FilePlaces(const SourceFile& file) : path_(file.path), lines_(file.text) {}

  // "apps/crm.zoom.yaml:12:3", safe to show; empty for an empty span, which has no place.
  std::string text_of(Span span) const;
  // "line 12", for where it is known which file is meant.
  std::string line_of(Span span) const;
  LineColumn position(Span span) const { return lines_.position(span.begin); }
  // The members `line` and `column`; nothing for an empty span.
  void write(json::PrettyWriter& json, Span span) const;

 private:
  const std::string& path_;
  LineIndex lines_;
};

// `text` on one line of Markdown (CommonMark and GitHub's), so that it shows as it is: what would
// be markup or HTML is escaped, control characters are written as escapes.
std::string escape_markdown(std::string_view text);

// A message whose names are in backticks: these as inline code, the rest escaped.
std::string markdown_message(std::string_view message);

// `text` as inline code, also if it has backticks.
std::string markdown_code(std::string_view text);

// No more of it than a message quotes (`kMaxQuoted`): nobody reads more of a value in a comment.
std::string markdown_short_code(std::string_view text);

// A record of RFC 4180, with its CRLF. A cell that a spreadsheet would read as a formula gets a
// `'` in front; control characters are written as escapes.
std::string csv_record(std::span<const std::string> cells);

// A line of a proof or report on a terminal: what it is about, the matter, and a remark (a place of
// the file, a title) that may be empty.
struct TextRow {
  std::string label;
  std::string what;
  std::string note;
};

// The rows in three columns. The second is as wide as its widest entry that has a remark and never
// narrower than `min_width`, so that short blocks line up with each other. All cells are safe to
// show as they are.
std::string lay_out(const std::vector<TextRow>& rows, std::size_t min_width);

// "1 scope", "2 scopes".
std::string count_of(std::size_t number, std::string_view noun);

// The two forms of a report for people: for a terminal, and Markdown.
struct ReportForm {
  bool is_markdown = false;

  std::string plain(std::string_view text) const {
    return is_markdown ? escape_markdown(text) : escape_controls(text);
  }
  std::string code(std::string_view text) const {
    return is_markdown ? markdown_code(text) : escape_controls(text);
  }
  std::string message(std::string_view text) const {
    return is_markdown ? markdown_message(text) : escape_controls(text);
  }
  // The title of a section: in Markdown with a blank line above and below.
  std::string heading(std::size_t level, std::string_view title) const {
    const std::string line = plain(title) + "\n";
    return is_markdown ? "\n" + std::string(level, '#') + " " + line + "\n" : line;
  }
};

}  // namespace zoomc::review
