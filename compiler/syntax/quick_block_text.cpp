// The part of the quick reader for block scalars, `|` and `>`. Left to the library: `+`, blank
// lines before the text or with more spaces than it, and in `>` lines that are indented further or
// end with spaces.
#include "syntax/characters.h"
#include "syntax/quick_reader.h"

namespace zoomc::syntax {
namespace {

// What a line break and the blank lines after it are in the value.
std::string break_value(bool folded, std::uint32_t blanks) {
  if (folded) return blanks == 0 ? " " : std::string(blanks, '\n');
  return std::string(blanks + 1, '\n');
}

}  // namespace

bool QuickReader::block_text(std::uint32_t indent, Node& out) {
  if (indent == 0) return false;
  out.style = text_[at_] == '|' ? ScalarStyle::literal : ScalarStyle::folded;
  out.span.begin = at_++;
  bool strip = false;
  std::uint32_t indentation = 0;
  if (!block_header(strip, indentation)) return false;
  const std::uint32_t spaces = leading_spaces();
  // What a header asks for counts from the parent's column.
  indentation = indentation == 0 ? spaces : indent - 1 + indentation;
  if (indentation < indent || spaces < indentation || !block_lines(indentation, out)) return false;
  if (!strip && text_[out.span.end] == '\n') out.text += '\n';
  skip_space();
  return true;
}

bool QuickReader::block_header(bool& strip, std::uint32_t& indentation) {
  for (int i = 0; i < 2; ++i) {
    const char c = text_[at_];
    if (c == '-' && !strip) {
      strip = true;
      ++at_;
    } else if (c >= '1' && c <= '9' && indentation == 0) {
      indentation = static_cast<std::uint32_t>(c - '0');
      ++at_;
    }
  }
  at_ += leading_spaces();
  skip_comment();
  if (text_[at_] != '\n') return false;
  line_start_ = ++at_;
  return true;
}

bool QuickReader::block_lines(std::uint32_t indentation, Node& out) {
  const bool folded = out.style == ScalarStyle::folded;
  bool first = true;
  std::uint32_t blanks = 0;
  while (true) {
    const std::uint32_t spaces = leading_spaces();
    const char begins = text_[at_ + spaces];
    const bool blank = is_break_or_end(begins);
    if (blank && (first || spaces > indentation)) return false;
    if (begins == '\0' || (!blank && spaces < indentation)) return true;
    if (blank) {
      ++blanks;
      at_ += spaces;
    } else {
      if (!first) out.text += break_value(folded, blanks);
      const std::uint32_t begin = at_ + indentation;
      at_ = line_end();
      if (folded && (spaces > indentation || text_[at_ - 1] == ' ')) return false;
      out.text += slice(begin, at_);
      out.span.end = at_;
      first = false;
      blanks = 0;
    }
    if (at_end()) return true;
    line_start_ = ++at_;
  }
}

}  // namespace zoomc::syntax
