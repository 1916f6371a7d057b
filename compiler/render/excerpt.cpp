#include "render/excerpt.h"

#include <algorithm>
#include <tuple>

#include "render/line_view.h"
#include "render/marks.h"
#include "render/render.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// Places on one line that begin within so many columns share a view of it, else each has its own.
constexpr std::size_t kSharedColumns = kMaxExcerptColumns - 40;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

void print_line(Ink& ink, std::size_t width, std::uint32_t number, const std::string& text) {
  print_gutter(ink, width, std::to_string(number));
  if (!text.empty()) ink.put(" " + text);
  ink.end_line();
}

}  // namespace

void print_gutter(Ink& ink, std::size_t width, std::string_view number) {
  std::string margin(width - std::min(width, number.size()), ' ');
  margin.append(number).append(" |");
  ink.put(Style::gutter, margin);
}

Excerpt::Excerpt(const SourceFile& file, const LineIndex& lines, const Diagnostic& finding)
    : file_(file), lines_(lines), style_(style_of(finding.severity)) {
  add(finding.primary, true, finding.primary_label);
  for (const Label& label : finding.labels) add(label.span, false, label.text);
  std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
    return std::tie(a.line, a.span.begin) < std::tie(b.line, b.span.begin);
  });
}

// A place of several lines is shown by its first line, which carries the text, and its last.
void Excerpt::add(Span place, bool primary, const std::string& text) {
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
  while (!tail.empty() && is_blank(file_.slice({tail.begin, tail.begin + 1}))) ++tail.begin;
  if (!tail.empty()) parts_.push_back({last, tail, primary, ""});
}

std::size_t Excerpt::gutter_width() const {
  return std::to_string(parts_.back().line).size();
}

void Excerpt::print(Ink& ink) const {
  std::uint32_t above = parts_.front().line;
  for (auto begin = parts_.begin(); begin != parts_.end();) {
    print_gap(ink, above, begin->line);
    above = begin->line;
    const auto end = group_end(begin);
    print_group(ink, begin, end);
    begin = end;
  }
}

// One line that is left out takes no more room than the dots that say so.
void Excerpt::print_gap(Ink& ink, std::uint32_t above, std::uint32_t below) const {
  if (below <= above + 1) return;
  if (below == above + 2) {
    const Span line = lines_.line_span(above + 1);
    print_line(ink, gutter_width(), above + 1,
               LineView(file_.text, line, {line.begin, line.begin}).text());
    return;
  }
  ink.put(Style::gutter, "...");
  ink.end_line();
}

Excerpt::Parts::const_iterator Excerpt::group_end(Parts::const_iterator begin) const {
  const Span line = lines_.line_span(begin->line);
  const bool fits = walk_right(file_.text, line.begin, line.end, kMaxExcerptColumns).at == line.end;
  return std::find_if(begin, parts_.end(), [&](const Part& part) {
    if (part.line != begin->line) return true;
    return !fits && walk_right(file_.text, begin->span.begin, part.span.begin, kSharedColumns).at <
                        part.span.begin;
  });
}

void Excerpt::print_group(Ink& ink, Parts::const_iterator begin, Parts::const_iterator end) const {
  Span focus = begin->span;
  for (auto part = begin; part != end; ++part) focus = Span::cover(focus, part->span);
  const LineView view(file_.text, lines_.line_span(begin->line), focus);
  print_line(ink, gutter_width(), begin->line, view.text());

  std::vector<Mark> marks;
  for (auto part = begin; part != end; ++part) {
    const std::size_t first = view.cell(part->span.begin);
    const std::size_t past = std::max(first + 1, view.cell(part->span.end));
    marks.push_back({first, past, part->primary, part->text});
  }
  for (const MarkRow& row : layout_marks(std::move(marks), style_)) {
    print_gutter(ink, gutter_width());
    ink.put(" ");
    row.print(ink);
    ink.end_line();
  }
}

}  // namespace zoomc
