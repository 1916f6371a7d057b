#include "review/report_text.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::review {
namespace {

constexpr std::size_t kLabelWidth = 13;

std::string pad(std::string text, std::size_t width) {
  const std::size_t taken = display_width(text);
  if (taken < width) text.append(width - taken, ' ');
  return text;
}

// The byte to escape where a line could begin a list, a heading's underline or a table.
std::size_t block_mark(std::string_view line) {
  if (line.empty()) return std::string_view::npos;
  if (line.front() == '+' || line.front() == '-' || line.front() == '=') return 0;
  const auto digits = std::find_if_not(line.begin(), line.end(), is_digit);
  const bool numbered =
      digits != line.begin() && digits != line.end() && (*digits == '.' || *digits == ')');
  return numbered ? static_cast<std::size_t>(digits - line.begin()) : std::string_view::npos;
}

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kFormulas = "=+-@";
  std::string cell = escape_controls(text);
  // Spreadsheets pass over blanks in front.
  const std::size_t first = cell.find_first_not_of(' ');
  if (first != std::string::npos && kFormulas.find(cell[first]) != std::string_view::npos) {
    cell.insert(cell.begin(), '\'');
  }
  if (cell.find_first_of(",\"") == std::string::npos) return cell;
  std::string quoted_cell = "\"";
  for (const char c : cell) {
    if (c == '"') quoted_cell += '"';
    quoted_cell += c;
  }
  return quoted_cell + '"';
}

}  // namespace

std::string lay_out(const std::vector<TextRow>& rows, std::size_t min_width) {
  std::size_t column = min_width;
  for (const TextRow& row : rows) {
    if (!row.note.empty()) column = std::max(column, display_width(row.what));
  }
  std::string text;
  for (const TextRow& row : rows) {
    text += pad(row.label, kLabelWidth);
    text += row.note.empty() ? row.what : pad(row.what, column + 2) + row.note;
    text += '\n';
  }
  return text;
}

std::string count_of(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string FilePlaces::text_of(Span span) const {
  if (span.empty()) return {};
  const LineColumn at = position(span);
  return escape_controls(path_) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

void FilePlaces::write(json::PrettyWriter& json, Span span) const {
  if (span.empty()) return;
  const LineColumn at = position(span);
  json.member("line", at.line);
  json.member("column", at.column);
}

std::string FilePlaces::line_of(Span span) const {
  return span.empty() ? std::string{} : "line " + std::to_string(position(span).line);
}

std::string escape_markdown(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]<>&|~#";
  // Its own escapes are text like the rest: a backslash is to be seen.
  const std::string safe = escape_controls(text);
  const std::size_t first = block_mark(safe);
  std::string escaped;
  for (std::size_t i = 0; i < safe.size(); ++i) {
    if (i == first || kMarks.find(safe[i]) != std::string_view::npos) escaped += '\\';
    escaped += safe[i];
  }
  return escaped;
}

std::string markdown_message(std::string_view message) {
  // A name that has a backtick itself: all of it is escaped, so no part is shown as code.
  if (std::count(message.begin(), message.end(), '`') % 2 != 0) return escape_markdown(message);
  std::string text;
  bool is_code = false;
  while (true) {
    const std::size_t tick = message.find('`');
    const std::string_view piece = message.substr(0, tick);
    if (!is_code) {
      text += escape_markdown(piece);
    } else if (!piece.empty()) {
      text += markdown_code(piece);
    }
    if (tick == std::string_view::npos) return text;
    message.remove_prefix(tick + 1);
    is_code = !is_code;
  }
}

std::string markdown_code(std::string_view text) {
  const std::string safe = escape_controls(text);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : safe) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  // A blank inside keeps backticks at the ends apart from the fence; it does not show.
  const bool needs_blank = longest > 0 && (safe.front() == '`' || safe.back() == '`');
  const std::string blank = needs_blank ? " " : "";
  return fence + blank + safe + blank + fence;
}

std::string markdown_short_code(std::string_view text) {
  // `in_backticks` escapes, cuts and puts backticks around; only these are not Markdown's.
  const std::string cut = in_backticks(text);
  return markdown_code(std::string_view(cut).substr(1, cut.size() - 2));
}

std::string csv_record(std::span<const std::string> cells) {
  std::string record;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) record += ',';
    record += csv_cell(cells[i]);
  }
  return record + "\r\n";
}

}  // namespace zoomc::review
