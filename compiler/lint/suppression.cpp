#include "lint/suppression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/nearest.h"

namespace zoomc::lint {
namespace {

constexpr std::string_view kAllow = "allow";
// The words that other linters use.
constexpr std::array<std::string_view, 5> kOtherWords{"ignore", "disable", "suppress", "skip",
                                                      "off"};
constexpr std::array<std::string_view, 3> kDashes{"--", "\u2014", "\u2013"};

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t trim_end(std::string_view text, std::size_t end, std::size_t begin) {
  while (end > begin && is_blank(text[end - 1])) --end;
  return end;
}

// The place of the next `# zoomc:` at or after `from`; the end if there is none.
std::size_t find_mark(std::string_view comment, std::size_t from) {
  for (std::size_t hash = comment.find('#', from); hash != std::string_view::npos;
       hash = comment.find('#', hash + 1)) {
    const bool begins = hash == 0 || is_blank(comment[hash - 1]);
    if (begins && comment.substr(skip_blanks(comment, hash + 1)).starts_with(kSuppressionMark))
      return hash;
  }
  return comment.size();
}

// Reads one directive: the bytes of `text` from its `#` to its end, which begins at byte `base` of
// the file; at most `limit` rules.
class Directive {
 public:
  Directive(std::string_view text, std::uint32_t base, std::size_t limit)
      : text_(text), base_(base), limit_(limit) {}

  // Nothing for an ordinary comment such as `# zoomc: see the README`.
  std::optional<Suppression> read() {
    at_ = skip_blanks(text_, 1) + kSuppressionMark.size();
    const std::size_t begin = skip_blanks(text_, at_);
    const std::size_t end = std::min(text_.find_first_of(" \t,", begin), text_.size());
    const std::string_view word = text_.substr(begin, end - begin);
    made_.span = span(0, text_.size());
    at_ = end;
    if (word == kAllow) {
      read_rules();
    } else if (is_meant(word)) {
      made_.other_word = span(begin, end);
    } else {
      return std::nullopt;
    }
    return std::move(made_);
  }

 private:
  static bool is_meant(std::string_view word) {
    return std::find(kOtherWords.begin(), kOtherWords.end(), word) != kOtherWords.end() ||
           word.starts_with(kAllow) || edit_distance(word, kAllow, 1) <= 1;
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {base_ + static_cast<std::uint32_t>(begin), base_ + static_cast<std::uint32_t>(end)};
  }

  void read_rules() {
    bool comma = true;
    for (at_ = skip_blanks(text_, at_); at_ < text_.size(); at_ = skip_blanks(text_, at_)) {
      if (read_reason()) return;
      if (text_[at_] == ',') {
        comma = true;
        ++at_;
      } else if (!comma || made_.rules.size() == limit_) {
        made_.stray = span(at_, text_.size());
        return;
      } else {
        read_rule();
        comma = false;
      }
    }
  }

  void read_rule() {
    const std::size_t end = std::min(text_.find_first_of(" \t,", at_), text_.size());
    made_.rules.push_back({text_.substr(at_, end - at_), span(at_, end)});
    at_ = end;
  }

  // True if the reason begins here; it goes to the end.
  bool read_reason() {
    for (const std::string_view dash : kDashes) {
      if (!text_.substr(at_).starts_with(dash)) continue;
      const std::size_t begin = skip_blanks(text_, at_ + dash.size());
      if (begin < text_.size()) made_.reason = span(begin, text_.size());
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::uint32_t base_;
  std::size_t limit_;
  std::size_t at_ = 0;
  Suppression made_;
};

// The places of the comments of a file.
class CommentLines {
 public:
  CommentLines(const SourceFile& file, const syntax::Document& document, const LineIndex& lines)
      : file_(file), lines_(lines), places_(document.comments.size()) {
    // Backwards, so that each block of comment lines is walked once.
    for (std::size_t i = places_.size(); i > 0; --i) place(document, i - 1);
  }

  struct Place {
    std::uint32_t line = 0;
    bool above = false;
    // The line that a suppression in it applies to.
    std::uint32_t covers = 0;
  };
  const Place& operator[](std::size_t comment) const { return places_[comment]; }

 private:
  void place(const syntax::Document& document, std::size_t i) {
    const Span span = document.comments[i].span;
    Place& place = places_[i];
    place.line = lines_.position(span.begin).line;
    place.above = is_blank_before(span.begin, place.line);
    if (!place.above) {
      place.covers = place.line;
      return;
    }
    const std::uint32_t next = place.line + 1;
    const bool goes_on =
        i + 1 < places_.size() && places_[i + 1].line == next && places_[i + 1].above;
    place.covers = goes_on ? places_[i + 1].covers : has_content(next) ? next : 0;
  }

  bool is_blank_before(std::uint32_t offset, std::uint32_t line) const {
    const Span before{lines_.line_span(line).begin, offset};
    return file_.slice(before).find_first_not_of(" \t") == std::string_view::npos;
  }

  bool has_content(std::uint32_t line) const {
    if (line > lines_.line_count()) return false;
    return file_.slice(lines_.line_span(line)).find_first_not_of(" \t") != std::string_view::npos;
  }

  const SourceFile& file_;
  const LineIndex& lines_;
  std::vector<Place> places_;
};

bool is_line_break(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

std::vector<Suppression> read_suppressions(const SourceFile& file, const syntax::Document& document,
                                           const LineIndex& lines) {
  const CommentLines places(file, document, lines);
  std::vector<Suppression> suppressions;
  std::size_t rules = 0;
  for (std::size_t i = 0; i < document.comments.size(); ++i) {
    const std::uint32_t base = document.comments[i].span.begin;
    const std::string_view comment = file.slice(document.comments[i].span);
    std::size_t begin = find_mark(comment, 0);
    while (begin < comment.size() && suppressions.size() < kMaxSuppressions) {
      const std::size_t next = find_mark(comment, begin + 1);
      const std::size_t end = trim_end(comment, next, begin);
      Directive directive(comment.substr(begin, end - begin),
                          base + static_cast<std::uint32_t>(begin), kMaxSuppressedRules - rules);
      if (auto suppression = directive.read()) {
        suppression->above = places[i].above;
        suppression->line = places[i].covers;
        rules += suppression->rules.size();
        suppressions.push_back(*std::move(suppression));
      }
      begin = next;
    }
  }
  return suppressions;
}

Edit remove_suppression(const SourceFile& file, const Suppression& suppression) {
  const std::string_view text = file.text;
  std::size_t begin = suppression.span.begin;
  std::size_t end = skip_blanks(text, suppression.span.end);
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  const bool ends_line = end == text.size() || is_line_break(text[end]);
  if (!ends_line) {
    // Another directive follows in the same comment; the blanks before it are kept.
    return {{suppression.span.begin, static_cast<std::uint32_t>(end)}, ""};
  }
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  const bool begins_line = begin == 0 || is_line_break(text[begin - 1]) ||
                           (begin == kBom.size() && text.starts_with(kBom));
  if (begins_line && end < text.size()) end += text.substr(end).starts_with("\r\n") ? 2 : 1;
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ""};
}

Edit remove_rule(const Suppression& suppression, std::size_t rule) {
  const std::vector<SuppressedRule>& rules = suppression.rules;
  if (rule == 0) return {{rules[0].span.begin, rules[1].span.begin}, ""};
  return {{rules[rule - 1].span.end, rules[rule].span.end}, ""};
}

std::string write_suppression(const std::vector<std::string>& rules, std::string_view reason) {
  std::string text = "# zoomc: allow ";
  for (const std::string& rule : rules) text += (&rule == &rules.front() ? "" : ", ") + rule;
  return text.append(" -- ").append(reason);
}

}  // namespace zoomc::lint
