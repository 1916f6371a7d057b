#include "cli/init_questions.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fmt/core.h>
#include <unistd.h>

#include "catalog/lookup.h"
#include "text/nearest.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::cli {
namespace {

// More than a terminal passes on as one line.
constexpr std::size_t kMaxAnswer = 4096;

std::string trimmed(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

constexpr std::string_view kLater = "Enter to leave it out";

// "a, b c" as words.
std::vector<std::string> words_of(const std::string& answer) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : answer + ",") {
    if (c != ',' && c != ' ' && c != '\t') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

// The 1-based number that the word is, if it is one of `count`.
std::optional<std::size_t> choice_of(const std::string& word, std::size_t count) {
  std::size_t number = 0;
  const auto end = word.data() + word.size();
  const auto result = std::from_chars(word.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end || number < 1 || number > count)
    return std::nullopt;
  return number - 1;
}

std::string mistake_in_text(const std::string& text) {
  if (find_invalid_utf8(text)) return "that is not UTF-8";
  if (escape_controls(text) != text) return "a control character is in it";
  return {};
}

// The first thing that the file is refused or warned for.
std::string first_mistake(const driver::CheckOptions& settings, const author::NewApp& app) {
  const driver::Checked checked =
      driver::check({"new.zoom.yaml", author::write_new_app(app)}, settings);
  for (const Diagnostic& found : checked.findings) {
    if (found.severity != Severity::note) return found.message;
  }
  return {};
}

class Questions {
 public:
  Questions(Prompt& prompt, const driver::CheckOptions& settings, InitPlan plan)
      : prompt_(prompt), settings_(settings), catalog_(*settings.catalog), plan_(std::move(plan)) {}

  // Returns true if all of them were answered.
  bool ask() {
    prompt_.say(
        "Press Enter to accept the value in [brackets]. Ctrl-D cancels; nothing is written.\n\n");
    return ask_name() && ask_platform() && ask_region() && ask_redirect() && ask_features() &&
           ask_management() &&
           ask_text(
               "What is it for? A few words, e.g. `CRM logging` (used in the texts for Zoom's "
               "reviewers)",
               plan_.app.purpose) &&
           ask_text("Company", plan_.app.company) &&
           ask_yes("Write .zoomc.yaml, the settings of the linter?", plan_.config) &&
           ask_yes("Have pre-commit lint the app before each commit?", plan_.pre_commit);
  }

  InitPlan take() { return std::move(plan_); }

 private:
  // Asks until `take` gives no mistake. False when the input has ended.
  template <class Take>
  bool ask_until(const std::string& question, Take take) {
    for (;;) {
      const auto answer = prompt_.ask(question);
      if (!answer) return false;
      std::string mistake = mistake_in_text(*answer);
      if (mistake.empty()) mistake = take(*answer);
      if (mistake.empty()) return true;
      prompt_.say("  " + escape_controls(mistake) + "\n");
    }
  }

  bool ask_name() {
    if (!plan_.app.name.empty()) return true;
    return ask_until("Name of the app: ", [this](const std::string& answer) {
      if (answer.empty()) return std::string("an app needs a name");
      plan_.app.name = answer;
      return mistake_in_name(settings_, answer);
    });
  }

  // One of a numbered list, by its number or its word; `preset` is the place of the default.
  bool ask_choice(const std::string& title, const std::vector<std::string>& words,
                  const std::vector<std::string>& titles, std::optional<std::size_t> preset,
                  std::size_t& chosen) {
    std::string question = title + "\n";
    for (std::size_t i = 0; i < titles.size(); ++i)
      question += "  " + std::to_string(i + 1) + "  " + titles[i] + "\n";
    prompt_.say(question);
    const std::string number_prompt =
        preset ? fmt::format("Number [{}]: ", *preset + 1) : "Number: ";
    return ask_until(number_prompt, [&](const std::string& answer) -> std::string {
      const auto word = std::find(words.begin(), words.end(), answer);
      std::optional<std::size_t> number = choice_of(answer, words.size());
      if (word != words.end()) number = static_cast<std::size_t>(word - words.begin());
      if (answer.empty()) number = preset;
      if (!number) return fmt::format("type a number from 1 to {}", words.size());
      chosen = *number;
      return {};
    });
  }

  // The default comes first.
  bool ask_platform() {
    if (plan_.app.platform != nullptr) return true;
    const std::string_view preset = model::App{}.platform_or_default();
    std::vector<const catalog::Platform*> platforms;
    for (const catalog::Platform& platform : catalog_.platforms) {
      platforms.insert(platform.id == preset ? platforms.begin() : platforms.end(), &platform);
    }
    std::vector<std::string> words;
    std::vector<std::string> titles;
    for (const catalog::Platform* platform : platforms) {
      words.emplace_back(platform->id);
      titles.push_back(platform->regions.empty()
                           ? fmt::format("the app itself ({})", in_backticks(platform->id))
                           : std::string(platform->title));
    }
    std::size_t chosen = 0;
    if (!ask_choice("Who receives the OAuth redirect?", words, titles, 0, chosen)) return false;
    plan_.app.platform = platforms[chosen];
    return true;
  }

  // Nothing is preset: a guess is the mistake that zoomc prevents.
  bool ask_region() {
    const catalog::Platform& platform = *plan_.app.platform;
    if (platform.regions.empty() || !plan_.app.regions.empty()) return true;
    std::vector<std::string> words;
    std::vector<std::string> titles;
    for (const catalog::Region& region : platform.regions) {
      words.emplace_back(region.id);
      titles.push_back(std::string(region.title) + ", " + std::string(region.redirect_url));
    }
    std::size_t chosen = 0;
    if (!ask_choice(fmt::format("Where does your {} workspace live?", platform.title), words,
                    titles, std::nullopt, chosen)) {
      return false;
    }
    plan_.app.regions = {words[chosen]};
    return true;
  }

  bool ask_redirect() {
    if (!plan_.app.platform->regions.empty() || !plan_.app.redirect_url.empty()) return true;
    return ask_until("Redirect URL, as in https://app.acme.example/oauth: ",
                     [this](const std::string& answer) {
                       if (answer.empty())
                         return std::string("only you know where Zoom sends users");
                       plan_.app.redirect_url = answer;
                       return mistake_in_redirect(settings_, *plan_.app.platform, answer);
                     });
  }

  bool ask_features() {
    if (plan_.has_features) return true;
    const std::vector<author::FeatureChoice> choices = author::feature_choices(catalog_);
    std::string question = "What does it do?\n";
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      const std::string_view name = choices[i].name;
      question.append(3 - std::min<std::size_t>(number.size(), 3), ' ').append(number);
      question.append("  ").append(name);
      question.append(20 - std::min<std::size_t>(name.size(), 19), ' ');
      question.append(choices[i].phrase).append("\n");
    }
    prompt_.say(question);
    return ask_until(
        "Numbers or names, separated by commas [none yet]: ",
        [&](const std::string& answer) -> std::string {
          std::vector<std::string> features;
          for (const std::string& word : words_of(answer)) {
            const auto number = choice_of(word, choices.size());
            const std::string name = number ? std::string(choices[*number].name) : word;
            if (std::string mistake = mistake_in_feature(catalog_, name); !mistake.empty())
              return mistake;
            if (std::find(features.begin(), features.end(), name) == features.end())
              features.push_back(name);
          }
          plan_.app.features = std::move(features);
          return {};
        });
  }

  bool ask_management() {
    if (plan_.app.managed_by) return true;
    for (const std::string& feature : plan_.app.features) {
      if (!author::is_admin_only(catalog_, feature)) continue;
      prompt_.say(
          fmt::format("This app needs an admin to connect it: {} reads the whole account.\n",
                      in_backticks(feature)));
      return true;
    }
    std::size_t chosen = 0;
    if (!ask_choice("Who connects it?", {"user", "admin"},
                    {"each user, for their own data", "an admin, for the whole account"}, 0,
                    chosen)) {
      return false;
    }
    // With these features the app is user-managed anyway.
    if (chosen == 1) plan_.app.managed_by = model::ManagedBy::admin;
    return true;
  }

  bool ask_text(const std::string& what, std::string& text) {
    if (!text.empty()) return true;
    return ask_until(what + " [" + std::string(kLater) + "]: ", [&text](const std::string& answer) {
      text = answer;
      return std::string();
    });
  }

  bool ask_yes(const std::string& question, std::optional<bool>& decision) {
    if (decision) return true;
    return ask_until(question + " [n]: ", [&decision](const std::string& answer) -> std::string {
      if (answer == "y" || answer == "yes") {
        decision = true;
      } else if (answer.empty() || answer == "n" || answer == "no") {
        decision = false;
      } else {
        return "type y or n";
      }
      return {};
    });
  }

  Prompt& prompt_;
  const driver::CheckOptions& settings_;
  const catalog::Catalog& catalog_;
  InitPlan plan_;
};

std::vector<std::string> quoted_all(const std::vector<std::string_view>& words) {
  std::vector<std::string> quoted_words;
  quoted_words.reserve(words.size());
  for (const std::string_view word : words) quoted_words.push_back(in_backticks(word));
  return quoted_words;
}

}  // namespace

bool has_person() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

std::optional<std::string> Prompt::ask(std::string_view question) {
  console_.err(question);
  std::string line;
  // Byte by byte, so that nothing is taken that someone else is to read.
  while (!has_ended_) {
    char byte = 0;
    const ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    has_ended_ = count <= 0;
    if (has_ended_ || byte == '\n') break;
    if (line.size() < kMaxAnswer) line += byte;
  }
  if (has_ended_) {
    console_.err("\n");
    return std::nullopt;
  }
  return trimmed(line);
}

std::optional<InitPlan> ask_questions(Prompt& prompt, const driver::CheckOptions& settings,
                                      InitPlan plan) {
  Questions questions(prompt, settings, std::move(plan));
  if (!questions.ask()) return std::nullopt;
  return questions.take();
}

std::string mistake_in_name(const driver::CheckOptions& settings, const std::string& name) {
  author::NewApp app{.name = name};
  for (const catalog::Platform& platform : settings.catalog->platforms) {
    app.platform = &platform;
    if (platform.regions.empty()) continue;
    app.regions = {std::string(platform.regions.front().id)};
    break;
  }
  return first_mistake(settings, app);
}

std::string mistake_in_redirect(const driver::CheckOptions& settings,
                                const catalog::Platform& platform, const std::string& url) {
  return first_mistake(settings, {.name = "App", .platform = &platform, .redirect_url = url});
}

std::string mistake_in_region(const catalog::Platform& platform, const std::string& word) {
  if (platform.find_region(word) != nullptr) return {};
  std::vector<std::string_view> known;
  for (const catalog::Region& region : platform.regions) known.push_back(region.id);
  return fmt::format("unknown region {}: {} has {}", in_backticks(word), platform.title,
                     join_words(quoted_all(known)));
}

std::string mistake_in_feature(const catalog::Catalog& catalog, const std::string& word) {
  std::vector<std::string_view> known;
  for (const catalog::Feature& feature : catalog.features) {
    if (!feature.action().empty()) known.push_back(feature.name);
  }
  for (const catalog::Composite& composite : catalog.composites) known.push_back(composite.name);
  if (std::find(known.begin(), known.end(), word) != known.end()) return {};
  std::vector<std::string_view> of_group;
  for (const std::string_view name : known) {
    if (name.substr(0, name.find('.')) == word) of_group.push_back(name);
  }
  if (!of_group.empty())
    return fmt::format("{} is a group: use {}", in_backticks(word),
                       join_words(quoted_all(of_group), "or"));
  if (const auto near = nearest(word, known)) {
    return fmt::format("unknown feature {}; did you mean {}?", in_backticks(word),
                       in_backticks(*near));
  }
  return fmt::format("unknown feature {}; `zoomc catalog features` lists them", in_backticks(word));
}

}  // namespace zoomc::cli
