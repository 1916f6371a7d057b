// What the rules for mistakes have in common: looking at the text around the place of trouble.
#include "syntax/characters.h"
#include "syntax/mistake_rules.h"
#include "syntax/scalar_extent.h"
#include "text/quote.h"

namespace zoomc::syntax::mistakes {

Diagnostic mistake_at(const Code& code, std::uint32_t place, std::uint32_t size,
                      std::string message) {
  return finding(code, {place, place + size}, std::move(message));
}

char byte_at(const Situation& s, std::uint32_t place) {
  return place < s.text().size() ? s.text()[place] : '\0';
}

bool complains(const Situation& s, std::string_view words) {
  return s.refused() && s.log.complaint.starts_with(words);
}

std::uint32_t place_of_trouble(const Situation& s) {
  return s.refused() && s.log.place > s.at() ? s.log.place : s.at();
}

bool same_line(const Situation& s, std::uint32_t from, std::uint32_t to) {
  return from <= to &&
         s.text().substr(from, to - from).find_first_of("\r\n") == std::string_view::npos;
}

std::uint32_t line_start(const Situation& s, std::uint32_t place) {
  while (place > 0 && !is_break(s.text()[place - 1])) --place;
  return place;
}

std::optional<std::uint32_t> key_colon(const Situation& s, std::uint32_t place) {
  const std::uint32_t end = line_end(s.text(), place);
  if (is_quote(byte_at(s, place))) {
    const auto closing = quoted_end({.text = s.text().substr(0, end), .begin = place});
    if (!closing) return std::nullopt;
    place = *closing;
  }
  for (; place < end; ++place) {
    const char c = s.text()[place];
    if (c == ':' && is_space_or_end(byte_at(s, place + 1))) return place;
    if (c == '#' && place > 0 && is_blank(s.text()[place - 1])) return std::nullopt;
  }
  return std::nullopt;
}

bool is_marker(const Situation& s, std::uint32_t place) {
  const std::string_view word = s.text().substr(place, 3);
  return (word == "---" || word == "...") && is_space_or_end(byte_at(s, place + 3));
}

bool begins_entry(const Situation& s, std::uint32_t place) {
  const bool item = byte_at(s, place) == '-' && is_space_or_end(byte_at(s, place + 1));
  return item || key_colon(s, place).has_value();
}

std::string quoted_slice(const Situation& s, Span span) {
  return in_backticks(s.text().substr(span.begin, span.size()));
}

namespace {

// Reads token by token. Roughly: it is only asked about text that is not YAML.
class Reader {
 public:
  Reader(const Situation& s, std::uint32_t begin, std::vector<std::uint32_t> brackets)
      : s_(s), i_(begin), ahead_{.brackets = std::move(brackets)} {}

  Ahead read_to(std::uint32_t end) {
    end_ = end;
    while (i_ < end_ && !ahead_.quote) step();
    return std::move(ahead_);
  }

  // Whether what opens here is closed before the end of the text.
  bool read_pair() {
    end_ = static_cast<std::uint32_t>(s_.text().size());
    do {
      step();
    } while (i_ < end_ && !ahead_.quote && in_flow());
    return !ahead_.quote && !in_flow();
  }

 private:
  bool in_flow() const { return !ahead_.brackets.empty(); }

  void step() {
    const char c = byte_at(s_, i_);
    const bool after_space = i_ == 0 || is_space(s_.text()[i_ - 1]);
    if (c == '#' && after_space) {
      i_ = line_end(s_.text(), i_);
    } else if (is_quote(c) && !in_plain_) {
      skip_quoted();
    } else {
      if (is_break(c) || (c == ':' && is_space_or_end(byte_at(s_, i_ + 1)))) {
        in_plain_ = false;
      } else if (is_flow_indicator(c) && (in_flow() || !in_plain_)) {
        bracket(c);
      } else if (!is_blank(c)) {
        in_plain_ = true;
      }
      ++i_;
    }
  }

  void bracket(char c) {
    in_plain_ = false;
    if (is_flow_start(c)) ahead_.brackets.push_back(i_);
    if (is_flow_end(c) && in_flow()) ahead_.brackets.pop_back();
  }

  void skip_quoted() {
    const char quote = s_.text()[i_];
    ahead_.last_quote = i_;
    for (std::uint32_t i = i_ + 1; i < end_; ++i) {
      const char c = s_.text()[i];
      if (quote == '"' && c == '\\') {
        ++i;
      } else if (c == quote) {
        i_ = i + 1;
        return;
      }
    }
    ahead_.quote = i_;
  }

  const Situation& s_;
  std::uint32_t i_;
  std::uint32_t end_ = 0;
  bool in_plain_ = false;
  Ahead ahead_;
};

}  // namespace

Ahead look_ahead(const Situation& s, std::uint32_t place) {
  std::vector<std::uint32_t> brackets;
  for (const Frame& frame : s.open) {
    const bool bracket = frame.is_flow() && is_flow_start(byte_at(s, frame.begin));
    if (bracket && (brackets.empty() || brackets.back() != frame.begin)) {
      brackets.push_back(frame.begin);
    }
  }
  return Reader(s, s.at(), std::move(brackets)).read_to(place);
}

bool closes_later(const Situation& s, std::uint32_t opening) {
  return Reader(s, opening, {}).read_pair();
}

}  // namespace zoomc::syntax::mistakes
