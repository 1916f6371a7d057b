#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc {

// A word of a command: its text without quotes, and where it stands.
struct ShellWord {
  std::string text;
  Span place;
};

// The words of one command, over continued lines.
using ShellCommand = std::vector<ShellWord>;

// Reads a script command by command, those inside `$(…)` like the others. Comments are left out.
class ShellReader {
 public:
  explicit ShellReader(std::string_view text) : text_(text) {}
  // False at the end.
  bool next(ShellCommand& command);

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  bool skip_blanks();
  void read_word(ShellCommand& command);
  std::size_t read_quoted(std::size_t begin, char quote, std::string& word) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace zoomc
