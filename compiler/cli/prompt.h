#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "cli/console.h"

namespace zoomc {

// Whether there is a person to ask: standard input and standard error are a terminal.
bool has_person();

// Asks on standard error and reads the answers from standard input, a line at a time, blanks at its
// ends taken away.
class Prompt {
 public:
  explicit Prompt(Console& console) : console_(console) {}

  void say(std::string_view text) { console_.err(text); }
  // Nothing when the input has ended (Ctrl-D): then every later question has no answer either.
  std::optional<std::string> ask(std::string_view question);

 private:
  Console& console_;
  bool has_ended_ = false;
};

}  // namespace zoomc
