#pragma once
#include <atomic>
#include <string_view>

#include "cli/exit_code.h"

namespace zoomc {

enum class ColorChoice { automatic, always, never };

// The two output streams. Nothing is buffered here: what was handed over is written or has failed.
class Console {
 public:
  void choose_color(ColorChoice choice) { color_ = choice; }

  // Writes to standard output. A failure turns the exit code into `world`; a full disk
  // is said on standard error, a reader who has gone is not. Behind a failure nothing is written.
  ExitCode out(std::string_view text);
  // Whether such a failure makes work that is only for standard output vain. Safe on any thread.
  bool out_has_failed() const { return out_has_failed_; }
  // Writes to standard error; a failure has nowhere to be told.
  void err(std::string_view text);

  // Whether to colour what goes to that stream: asked for, or a terminal and no `NO_COLOR`.
  bool out_has_color() const;
  bool err_has_color() const;
  // Whether standard error is a terminal on which a line can be written anew.
  bool err_is_screen() const;

 private:
  bool has_color(int descriptor) const;
  ColorChoice color_ = ColorChoice::automatic;
  std::atomic<bool> out_has_failed_ = false;
};

}  // namespace zoomc
