#include "render/finding_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fmt/core.h>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "render/format.h"
#include "source/line_index.h"
#include "source/source_file.h"
#include "source/span.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::render {
namespace {

// A run of carets below a line, from cell `begin` to before cell `end`, and its text.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 1;
  bool primary = false;
  std::string text;
};

// One row below a line: single cells, and at the most one text, which ends the row.
class MarkRow {
 public:
  void draw(std::size_t cell, char symbol, Style style) {
    if (cells_.size() <= cell) cells_.resize(cell + 1);
    cells_[cell] = {symbol, style};
  }

  // Puts `text` at `cell`, which must lie behind every cell drawn.
  void write(std::size_t cell, std::string text, Style style) {
    cells_.resize(cell);
    text_ = std::move(text);
    text_style_ = style;
  }

  void print(StyledText& styled) const {
    for (std::size_t begin = 0; begin < cells_.size();) {
      const Style style = cells_[begin].style;
      std::string run;
      std::size_t end = begin;
      for (; end < cells_.size() && cells_[end].style == style; ++end) run += cells_[end].symbol;
      styled.put(style, run);
      begin = end;
    }
    styled.put(text_style_, text_);
  }

 private:
  struct Cell {
    char symbol = ' ';
    Style style = Style::plain;
  };
  std::vector<Cell> cells_;
  std::string text_;
  Style text_style_ = Style::plain;
};

// The mark whose text can be in the row of carets: the last one.
std::vector<Mark>::iterator last_in_row(std::vector<Mark>& marks) {
  return std::max_element(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tie(a.end, a.begin, a.primary) < std::tie(b.end, b.begin, b.primary);
  });
}

MarkRow caret_row(std::vector<Mark> marks, Style primary_style) {
  // Short runs are drawn over long ones, else they could not be seen.
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::pair(b.end - b.begin, a.primary) < std::pair(a.end - a.begin, b.primary);
  });
  MarkRow row;
  for (const Mark& mark : marks) {
    for (std::size_t cell = mark.begin; cell < mark.end; ++cell) {
      row.draw(cell, mark.primary ? '^' : '-', mark.primary ? primary_style : Style::gutter);
    }
  }
  return row;
}

// The rows below a line that show all `marks`: one with the carets and the text of the mark that
// ends it, then one for each other text, from right to left, hung on connectors.
std::vector<MarkRow> layout_marks(std::vector<Mark> marks, Style primary_style) {
  const auto style = [primary_style](const Mark& mark) {
    return mark.primary ? primary_style : Style::gutter;
  };
  std::vector<MarkRow> rows = {caret_row(marks, primary_style)};
  if (const auto last = last_in_row(marks); !last->text.empty()) {
    rows.front().write(last->end + 1, last->text, style(*last));
    marks.erase(last);
  }
  std::vector<Mark> hanging;
  std::copy_if(marks.begin(), marks.end(), std::back_inserter(hanging),
               [](const Mark& mark) { return !mark.text.empty(); });
  std::stable_sort(hanging.begin(), hanging.end(), [](const Mark& a, const Mark& b) {
    return std::tie(b.begin, b.primary) < std::tie(a.begin, a.primary);
  });
  if (hanging.empty()) return rows;

  MarkRow connectors;
  for (const Mark& mark : hanging) connectors.draw(mark.begin, '|', style(mark));
  rows.push_back(connectors);
  for (auto mark = hanging.begin(); mark != hanging.end(); ++mark) {
    MarkRow row;
    for (auto left = mark + 1; left != hanging.end(); ++left) {
      if (left->begin < mark->begin) row.draw(left->begin, '|', style(*left));
    }
    row.write(mark->begin, mark->text, style(*mark));
    rows.push_back(std::move(row));
  }
  return rows;
}

// The columns from one tab stop to the next.
constexpr std::size_t kTabColumns = 4;

// The width of a line that is printed on a terminal: a tab counts in full, and so do characters
// that take no cell, so that a flood of combining marks ends too. Stops at `end`, or before
// `budget` is passed.
struct Walk {
  std::uint32_t at;
  std::size_t cost;
};

constexpr std::string_view kCut = "…";
// The number of columns that a cut line keeps around a span that would fill the line alone.
constexpr std::size_t kMinContext = 20;

std::string_view character_at(std::string_view text, std::uint32_t offset) {
  const std::optional<CodePoint> point = decode_utf8(text, offset);
  return text.substr(offset, point ? point->bytes : 1);
}

std::size_t cost_of(std::string_view character) {
  if (character == "\t") return kTabColumns;
  return std::max<std::size_t>(1, display_width(escape_controls(character)));
}

Walk walk_right(std::string_view text, std::uint32_t from, std::uint32_t end, std::size_t budget) {
  Walk walk{from, 0};
  while (walk.at < end) {
    const std::string_view character = character_at(text, walk.at);
    const std::size_t cost = cost_of(character);
    if (walk.cost + cost > budget) break;
    walk = {walk.at + static_cast<std::uint32_t>(character.size()), walk.cost + cost};
  }
  return walk;
}

Walk walk_left(std::string_view text, std::uint32_t from, std::uint32_t begin, std::size_t budget) {
  Walk walk{from, 0};
  while (walk.at > begin) {
    std::uint32_t previous = walk.at - 1;
    while (previous > begin && !begins_code_point(text, previous)) --previous;
    const std::size_t cost = cost_of(character_at(text, previous));
    if (walk.cost + cost > budget) break;
    walk = {previous, walk.cost + cost};
  }
  return walk;
}

// The part of `line` to show: all of it if it fits, else `focus` in the middle, or as near to it as
// the ends of the line allow without leaving space unused.
Span window(std::string_view text, Span line, Span focus) {
  if (walk_right(text, line.begin, line.end, kMaxExcerptColumns).at == line.end) return line;
  const std::size_t budget = kMaxExcerptColumns - 2 * display_width(kCut);
  const std::size_t inside = walk_right(text, focus.begin, focus.end, budget - kMinContext).cost;
  const std::size_t from_focus = walk_right(text, focus.begin, line.end, budget).cost;
  const std::size_t spare = budget - inside;
  const std::size_t after = std::min(spare, from_focus - inside);
  const std::size_t left = std::max(spare / 2, spare - after);
  const std::uint32_t begin = walk_left(text, focus.begin, line.begin, left).at;
  return {begin, walk_right(text, begin, line.end, budget).at};
}

// A line as it is printed: tabs as blanks, control characters as escapes, and of a line of more
// than `kMaxExcerptColumns` only the part around `focus`, with `…` where it is cut.
class LineView {
 public:
  // `line` is the span of the line in `text`, without its break; `focus` lies in it.
  LineView(std::string_view text, Span line, Span focus) {
    const Span shown = window(text, line, focus);
    if (shown.begin > line.begin) text_ += kCut;
    print(text, shown);
    if (shown.end < line.end) text_ += kCut;
  }

  const std::string& text() const { return text_; }
  // The terminal cell, 0-based, at which the character with byte `offset` begins; what is cut off
  // is at the nearest end.
  std::size_t cell(std::uint32_t offset) const {
    const auto after =
        std::upper_bound(glyphs_.begin(), glyphs_.end(), offset,
                         [](std::uint32_t at, const Glyph& glyph) { return at < glyph.offset; });
    return after == glyphs_.begin() ? after->cell : std::prev(after)->cell;
  }

 private:
  struct Glyph {
    std::uint32_t offset;
    std::size_t cell;
  };

  void print(std::string_view text, Span shown) {
    std::size_t cell = display_width(text_);
    std::uint32_t offset = shown.begin;
    while (offset < shown.end) {
      glyphs_.push_back({offset, cell});
      const std::string_view character = character_at(text, offset);
      const bool tab = character == "\t";
      const std::string printed =
          tab ? std::string(kTabColumns - cell % kTabColumns, ' ') : escape_controls(character);
      text_ += printed;
      cell += display_width(printed);
      offset += static_cast<std::uint32_t>(character.size());
    }
    glyphs_.push_back({shown.end, cell});
  }

  std::string text_;
  // The columns that are shown, in order, with one past them at the end.
  std::vector<Glyph> glyphs_;
};

// Places on one line that begin within so many columns share a view of it, else each has its own.
constexpr std::size_t kSharedColumns = kMaxExcerptColumns - 40;

// The margin of an excerpt: a line number, or blanks as wide, then ` |`.
void print_gutter(StyledText& styled, std::size_t width, std::string_view number = "") {
  std::string margin(width - std::min(width, number.size()), ' ');
  margin.append(number).append(" |");
  styled.put(Style::gutter, margin);
}

void print_line(StyledText& styled, std::size_t width, std::uint32_t number,
                const std::string& text) {
  print_gutter(styled, width, std::to_string(number));
  if (!text.empty()) styled.put(" " + text);
  styled.end_line();
}

void print_header(StyledText& styled, const Diagnostic& finding) {
  const std::string kind =
      std::string(to_string(finding.severity)) + "[" + escape_controls(finding.id) + "]";
  styled.put(style_of(finding.severity), kind);
  styled.put(Style::strong, ": " + escape_controls(finding.message));
  styled.end_line();
}

std::string_view ansi(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::strong: return "\x1b[1m";
    case Style::gutter: return "\x1b[1;34m";
    case Style::note: return "\x1b[1;36m";
    case Style::warning: return "\x1b[1;33m";
    case Style::error: return "\x1b[1;31m";
  }
  return "";
}

std::string_view sentence(ZoomVerdict verdict) {
  switch (verdict) {
    case ZoomVerdict::unknown: return "";
    case ZoomVerdict::accepts: return "zoom accepts it";
    case ZoomVerdict::rejects: return "zoom rejects it";
    case ZoomVerdict::can_reject: return "zoom can reject it";
    case ZoomVerdict::drops: return "zoom accepts and then drops it";
    case ZoomVerdict::review: return "zoom's review sends it back";
    case ZoomVerdict::runtime: return "it fails at run time";
  }
  return "";
}

// The lines of a file that a finding points at, in file order, with carets and labels below them.
class Excerpt {
 public:
  // Keeps references: `file` and `lines` must outlive it.
  Excerpt(const SourceFile& file, const LineIndex& lines, const Diagnostic& finding)
      : file_(file), lines_(lines), style_(style_of(finding.severity)) {
    add(finding.primary, true, finding.primary_label);
    for (const Label& label : finding.labels) add(label.span, false, label.text);
    std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
      return std::tie(a.line, a.span.begin) < std::tie(b.line, b.span.begin);
    });
  }

  // The digits of the largest line number that is shown.
  std::size_t gutter_width() const { return std::to_string(parts_.back().line).size(); }

  void print(StyledText& styled) const {
    std::uint32_t above = parts_.front().line;
    for (auto begin = parts_.begin(); begin != parts_.end();) {
      print_gap(styled, above, begin->line);
      above = begin->line;
      const auto end = group_end(begin);
      print_group(styled, begin, end);
      begin = end;
    }
  }

 private:
  // The part of a place that lies on one line, with what is said there.
  struct Part {
    std::uint32_t line;
    Span span;
    bool primary;
    std::string text;
  };
  using Parts = std::vector<Part>;

  // A place of several lines is shown by its first line, which carries the text, and its last.
  void add(Span place, bool primary, const std::string& text) {
    const auto size = static_cast<std::uint32_t>(file_.text.size());
    place.begin = std::min(place.begin, size);
    place.end = std::clamp(place.end, place.begin, size);
    const std::uint32_t first = lines_.position(place.begin).line;
    // The line of the last byte: a place that ends with a line break ends on that line.
    const std::uint32_t last = place.empty() ? first : lines_.position(place.end - 1).line;
    const auto part_on = [this, place](std::uint32_t line) {
      const Span whole = lines_.line_span(line);
      return Span{std::clamp(place.begin, whole.begin, whole.end),
                  std::clamp(place.end, whole.begin, whole.end)};
    };
    parts_.push_back({first, part_on(first), primary, escape_controls(text)});
    if (last == first) return;
    Span tail = part_on(last);
    while (!tail.empty() &&
           std::string_view(" \t").find(file_.text[tail.begin]) != std::string_view::npos)
      ++tail.begin;
    if (!tail.empty()) parts_.push_back({last, tail, primary, ""});
  }

  // One line that is left out takes no more space than the dots in its place.
  void print_gap(StyledText& styled, std::uint32_t above, std::uint32_t below) const {
    if (below <= above + 1) return;
    if (below == above + 2) {
      const Span line = lines_.line_span(above + 1);
      print_line(styled, gutter_width(), above + 1,
                 LineView(file_.text, line, {line.begin, line.begin}).text());
      return;
    }
    styled.put(Style::gutter, "...");
    styled.end_line();
  }

  Parts::const_iterator group_end(Parts::const_iterator begin) const {
    const Span line = lines_.line_span(begin->line);
    const bool fits =
        walk_right(file_.text, line.begin, line.end, kMaxExcerptColumns).at == line.end;
    return std::find_if(begin, parts_.end(), [&](const Part& part) {
      if (part.line != begin->line) return true;
      return !fits &&
             walk_right(file_.text, begin->span.begin, part.span.begin, kSharedColumns).at <
                 part.span.begin;
    });
  }

  void print_group(StyledText& styled, Parts::const_iterator begin,
                   Parts::const_iterator end) const {
    Span focus = begin->span;
    for (auto part = begin; part != end; ++part) focus = Span::cover(focus, part->span);
    const LineView view(file_.text, lines_.line_span(begin->line), focus);
    print_line(styled, gutter_width(), begin->line, view.text());

    std::vector<Mark> marks;
    for (auto part = begin; part != end; ++part) {
      const std::size_t first = view.cell(part->span.begin);
      const std::size_t past = std::max(first + 1, view.cell(part->span.end));
      marks.push_back({first, past, part->primary, part->text});
    }
    for (const MarkRow& row : layout_marks(std::move(marks), style_)) {
      print_gutter(styled, gutter_width());
      styled.put(" ");
      row.print(styled);
      styled.end_line();
    }
  }

  const SourceFile& file_;
  const LineIndex& lines_;
  Style style_;
  Parts parts_;
};

}  // namespace

void print_finding(StyledText& styled, const FileView& view, const Diagnostic& finding) {
  const Excerpt excerpt(view.file(), view.lines(), finding);
  const std::size_t width = excerpt.gutter_width();
  const std::string margin(width, ' ');
  const LineColumn place = view.lines().position(finding.primary.begin);

  print_header(styled, finding);
  styled.put(Style::gutter, margin + "-->");
  styled.put(" " + escape_controls(view.file().path) + ":" + std::to_string(place.line) + ":" +
             std::to_string(place.column));
  styled.end_line();
  print_gutter(styled, width);
  styled.end_line();
  excerpt.print(styled);
  print_gutter(styled, width);
  styled.end_line();
  for (const std::string& note : notes_of(finding)) {
    styled.put(Style::gutter, margin + " =");
    styled.put(" " + escape_controls(note));
    styled.end_line();
  }
}

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::note: return Style::note;
    case Severity::warning: return Style::warning;
    case Severity::error: return Style::error;
  }
  return Style::error;
}

void StyledText::put(Style style, std::string_view text) {
  if (text.empty()) return;
  if (!color_ || style == Style::plain) {
    text_ += text;
    return;
  }
  text_.append(ansi(style)).append(text).append("\x1b[0m");
}

FileView::FileView(const SourceFile& file) : file_(file), lines_(file.text) {}

FileRegion FileView::region(Span span) const {
  const auto size = static_cast<std::uint32_t>(file_.text.size());
  const std::uint32_t begin = std::min(span.begin, size);
  const std::uint32_t end = std::clamp(span.end, begin, size);
  return {lines_.position(begin), lines_.position(end), {begin, end}};
}

std::string describe(const ZoomEffect& effect) {
  std::string text(sentence(effect.verdict));
  if (!text.empty() && !effect.text.empty()) text += "; ";
  return text + effect.text;
}

std::vector<std::string> notes_of(const Diagnostic& finding) {
  std::vector<std::string> notes;
  const std::string effect = describe(finding.zoom);
  if (!effect.empty()) notes.push_back(effect);
  for (const Fix& fix : finding.fixes) {
    notes.push_back(fmt::format("fix ({}): {}", to_string(fix.safety), fix.title));
  }
  notes.insert(notes.end(), finding.hints.begin(), finding.hints.end());
  notes.push_back(fmt::format("more: zoomc explain {}", finding.id));
  return notes;
}

}  // namespace zoomc::render
