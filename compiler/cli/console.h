#pragma once
#include <atomic>
#include <string_view>

namespace zoomc::cli {

// The exit codes of the program; if several apply, the highest is used.
enum class [[nodiscard]] ExitCode : int;
enum class ExitCode : int {
  fine = 0,
  // Findings, refused input, a stale or drifted file.
  findings = 1,
  // Options or arguments that make no sense.
  usage = 2,
  // A file that is missing, cannot be read or cannot be written.
  io_error = 3,
};

constexpr ExitCode worst(ExitCode a, ExitCode b) {
  return static_cast<int>(a) > static_cast<int>(b) ? a : b;
}

enum class ColorChoice { automatic, always, never };

// The two output streams. Nothing is buffered here: what was handed over is written or has failed.
class Console {
 public:
  void choose_color(ColorChoice choice) { color_ = choice; }

  // Writes to standard output. A failure is `io_error`; a full disk
  // is said on standard error, a reader who has gone is not. Behind a failure nothing is written.
  ExitCode out(std::string_view text);
  // True if such a failure makes work that is only for standard output vain. Safe on any thread.
  bool out_has_failed() const { return out_has_failed_; }
  // Writes to standard error; a failure cannot be reported anywhere.
  void err(std::string_view text);

  // True if that stream gets colours: asked for, or a terminal and no `NO_COLOR`.
  bool out_has_color() const;
  bool err_has_color() const;
  // True if standard error is a terminal on which a line can be rewritten.
  bool err_is_screen() const;

 private:
  bool has_color(int descriptor) const;
  ColorChoice color_ = ColorChoice::automatic;
  std::atomic<bool> out_has_failed_ = false;
};

}  // namespace zoomc::cli
