#include "lint/place.h"

#include <algorithm>
#include <fmt/core.h>
#include <optional>

#include "text/ascii.h"

namespace zoomc {
namespace {

// Walks a value and what is written for it side by side. White space that YAML folds or takes for
// indentation is one step, however long it is on either side.
class SideBySide {
 public:
  SideBySide(std::string_view written, std::string_view value) : written_(written), value_(value) {
    if (written.empty()) return;
    const char first = written.front();
    if (first == '|' || first == '>') {
      at_ = std::min(written.find('\n'), written.size());
      if (!value.empty() && !is_white_space(value.front())) skip_blanks();
    } else if (first == '"' || first == '\'') {
      quote_ = first;
      at_ = 1;
    }
  }

  // The byte of the written text at which byte `index` of the value stands, or for `index` == `end`
  // the one behind the byte before it; nothing when an escape stands in the way. Indices ascend.
  std::optional<std::size_t> advance_to(std::size_t index) {
    while (next_ < index) {
      if (!step(index)) return std::nullopt;
    }
    return at_;
  }

 private:
  bool step(std::size_t limit) {
    if (at_ >= written_.size()) return false;
    if (is_white_space(value_[next_])) return step_over_blanks(limit);
    const char written = written_[at_];
    const bool is_escape = (quote_ == '"' && written == '\\') ||
                           (quote_ == '\'' && written == '\'' && !is_doubled_quote());
    if (is_escape || written != value_[next_]) return false;
    at_ += quote_ == '\'' && written == '\'' ? 2 : 1;
    ++next_;
    return true;
  }

  bool step_over_blanks(std::size_t limit) {
    if (!is_white_space(written_[at_])) return false;
    std::size_t end = next_;
    while (end < value_.size() && is_white_space(value_[end])) ++end;
    if (end > limit) {
      // A place within white space: count from its beginning.
      at_ += limit - next_;
      next_ = limit;
      return at_ <= written_.size();
    }
    next_ = end;
    skip_blanks();
    return true;
  }

  bool is_doubled_quote() const { return written_.substr(at_).starts_with("''"); }

  void skip_blanks() {
    while (at_ < written_.size() && is_white_space(written_[at_])) ++at_;
  }

  std::string_view written_;
  std::string_view value_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
  char quote_ = 0;
};

bool is_quoted(std::string_view written) {
  return written.size() >= 2 && (written.front() == '"' || written.front() == '\'') &&
         written.front() == written.back();
}

}  // namespace

Span place_in(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end) {
  SideBySide walk(file.slice(value.span), value.value);
  const auto first = walk.advance_to(begin);
  const auto last = first ? walk.advance_to(end) : std::nullopt;
  if (!last) return value.span;
  return {value.span.begin + static_cast<std::uint32_t>(*first),
          value.span.begin + static_cast<std::uint32_t>(*last)};
}

std::string behind_quote(char quote, std::string_view text) {
  std::string written;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (quote == '\'') {
      written += c == '\'' ? "''" : std::string(1, c);
    } else if (byte < 0x20) {
      written += fmt::format("\\x{:02x}", byte);
    } else {
      if (c == '"' || c == '\\') written += '\\';
      written += c;
    }
  }
  return written;
}

std::string with_header_comment(std::string_view written, std::string_view word) {
  std::string all(word);
  if (!written.starts_with('|') && !written.starts_with('>')) return all;
  const std::string_view header = written.substr(0, written.find_first_of("\r\n"));
  const std::size_t comment = header.find('#');
  if (comment == std::string_view::npos) return all;
  return all.append(" ").append(header.substr(comment));
}

Edit replace_value(const SourceFile& file, const Text& value, std::string_view replacement) {
  const std::string_view written = file.slice(value.span);
  if (is_quoted(written)) {
    return {{value.span.begin + 1, value.span.end - 1}, behind_quote(written[0], replacement)};
  }
  return {value.span, with_header_comment(written, replacement)};
}

}  // namespace zoomc
