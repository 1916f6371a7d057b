#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "author/new_app.h"
#include "cli/console.h"
#include "driver/check.h"

namespace zoomc::cli {

// True if there is a person to ask: standard input and standard error are a terminal.
bool has_person();

// Asks on standard error and reads the answers from standard input, a line at a time, blanks at its
// ends taken away.
class Prompt {
 public:
  explicit Prompt(Console& console) : console_(console) {}

  void say(std::string_view text) { console_.err(text); }
  // Nothing if the input has ended (Ctrl-D): then later questions get no answer either.
  std::optional<std::string> ask(std::string_view question);

 private:
  Console& console_;
  bool has_ended_ = false;
};

// The plan of `zoomc init`: the app, and the other files to write. Absent: not decided yet.
struct InitPlan {
  author::NewApp app;
  // Questions that an option has answered, with nothing perhaps.
  bool has_features = false;
  std::optional<bool> config;
  std::optional<bool> pre_commit;
};

// Asks for all that the plan leaves open, again until an answer is valid. Nothing when the input
// has ended. `settings` are those that the file is judged by.
std::optional<InitPlan> ask_questions(Prompt& prompt, const driver::CheckOptions& settings,
                                      InitPlan plan);

// The mistake in an app file that has only this name, or only this redirect URL; empty
// when nothing is.
std::string mistake_in_name(const driver::CheckOptions& settings, const std::string& name);
std::string mistake_in_redirect(const driver::CheckOptions& settings,
                                const catalog::Platform& platform, const std::string& url);

// The region or feature that the word names, or why it names none: "unknown region `xx`: ...".
std::string mistake_in_region(const catalog::Platform& platform, const std::string& word);
std::string mistake_in_feature(const catalog::Catalog& catalog, const std::string& word);

}  // namespace zoomc::cli
