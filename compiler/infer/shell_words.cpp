#include "infer/shell_words.h"

namespace zoomc {
namespace {

constexpr std::size_t kMaxWords = 400;

bool ends_command(char c) {
  return c == '\n' || c == ';' || c == '|' || c == '&' || c == '(' || c == ')' || c == '`';
}
bool ends_word(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\0' || ends_command(c);
}

}  // namespace

// Past blanks, comments and continued lines. False where a command ends.
bool ShellReader::skip_blanks() {
  for (;;) {
    const char c = at(at_);
    if (c == ' ' || c == '\t' || c == '\r') {
      ++at_;
    } else if (c == '\\' && at(at_ + 1) == '\n') {
      at_ += 2;
    } else if (c == '\\' && at(at_ + 1) == '\r' && at(at_ + 2) == '\n') {
      at_ += 3;
    } else if (c == '#') {
      const std::size_t end = text_.find('\n', at_);
      at_ = end == std::string_view::npos ? text_.size() : end;
    } else {
      return at_ < text_.size() && !ends_command(c);
    }
  }
}

std::size_t ShellReader::read_quoted(std::size_t begin, char quote, std::string& word) const {
  std::size_t i = begin;
  while (i < text_.size() && text_[i] != quote) {
    if (quote == '"' && text_[i] == '\\' && i + 1 < text_.size()) ++i;
    word += text_[i++];
  }
  return i < text_.size() ? i + 1 : i;
}

void ShellReader::read_word(ShellCommand& command) {
  const std::size_t begin = at_;
  ShellWord word;
  while (!ends_word(at(at_))) {
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
      at_ = read_quoted(at_ + 1, c, word.text);
    } else if (c == '$' && at(at_ + 1) == '(') {
      break;
    } else if (c == '\\' && at(at_ + 1) != '\n') {
      if (at_ + 1 < text_.size()) word.text += text_[at_ + 1];
      at_ += 2;
    } else if (c == '\\') {
      break;
    } else {
      word.text += c;
      ++at_;
    }
  }
  // `$(` begins a command of its own.
  if (at(at_) == '$' && at_ == begin) {
    word.text = "$";
    ++at_;
  }
  at_ = at_ < text_.size() ? at_ : text_.size();
  word.place = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  if (command.size() < kMaxWords) command.push_back(std::move(word));
}

bool ShellReader::next(ShellCommand& command) {
  command.clear();
  while (at_ < text_.size()) {
    while (skip_blanks()) read_word(command);
    if (at_ < text_.size()) ++at_;
    if (!command.empty()) return true;
  }
  return false;
}

}  // namespace zoomc
