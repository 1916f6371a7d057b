#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "infer/call_url.h"
#include "infer/names.h"
#include "source/span.h"

namespace zoomc::infer {
namespace {

constexpr std::size_t kMaxWords = 400;

bool ends_command(char c) {
  return c == '\n' || c == ';' || c == '|' || c == '&' || c == '(' || c == ')' || c == '`';
}
bool ends_word(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\0' || ends_command(c);
}

// A word of a command: its text without quotes, and its place.
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
  bool next(ShellCommand& command) {
    command.clear();
    while (at_ < text_.size()) {
      while (skip_blanks()) read_word(command);
      if (at_ < text_.size()) ++at_;
      if (!command.empty()) return true;
    }
    return false;
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  // Skips blanks, comments and continued lines. False at the end of a command.
  bool skip_blanks() {
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

  void read_word(ShellCommand& command) {
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

  std::size_t read_quoted(std::size_t begin, char quote, std::string& word) const {
    std::size_t i = begin;
    while (i < text_.size() && text_[i] != quote) {
      if (quote == '"' && text_[i] == '\\' && i + 1 < text_.size()) ++i;
      word += text_[i++];
    }
    return i < text_.size() ? i + 1 : i;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// The meaning of a program's options for the method. Lists are separated by blanks.
struct Program {
  std::string_view name;
  std::string_view method_options;
  std::string_view body_options;
  std::string_view get_options;
  std::string_view head_options;
  // Options with a value that is not a URL.
  std::string_view value_options;
  // `http POST url`
  bool takes_method_word = false;
};

constexpr std::array kPrograms{
    Program{
        "curl", "-X --request",
        "-d --data --data-raw --data-binary --data-urlencode --data-ascii --json -F --form",
        "-G --get", "-I --head",
        "-H --header -o --output -u --user -A --user-agent -e --referer -b --cookie -w "
        "--write-out -x --proxy -m --max-time --retry -c --cookie-jar -K --config --oauth2-bearer"},
    Program{"wget", "--method", "--post-data --post-file --body-data", "", "--spider",
            "--header -O --output-document -U --user-agent -o"},
    Program{"http", "", "", "", "", "-a --auth -A", true},
    Program{"https", "", "", "", "", "-a --auth -A", true},
    Program{"xh", "", "", "", "", "-a --auth -A", true},
};

// True for words that may be before a command, in a script or a CI configuration.
bool goes_before_command(std::string_view word) {
  constexpr std::array<std::string_view, 17> kWords{
      "sudo", "then", "do", "else", "if",    "while", "!",       "time", "exec",
      "run:", "-",    "$",  "RUN",  "@curl", "env",   "command", "until"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Reads commands in order and remembers the variables that they set.
class ShellScan {
 public:
  std::vector<CodeCall> run(std::string_view text) {
    ShellReader reader(text);
    ShellCommand command;
    while (calls_.size() < kMaxCalls && reader.next(command)) read(command);
    return std::move(calls_);
  }

 private:
  void read(const ShellCommand& command) {
    std::size_t first = 0;
    while (first < command.size()) {
      const std::string& word = command[first].text;
      if (assign(word)) {
        ++first;
      } else if (word == "export" || word == "local" || word == "readonly" ||
                 goes_before_command(word)) {
        ++first;
      } else if (word.ends_with(':') && first + 1 < command.size()) {
        // `ZOOM_API: https://…` of a CI configuration
        variables_[word.substr(0, word.size() - 1)] = value_of(command[first + 1].text);
        return;
      } else {
        break;
      }
    }
    if (first >= command.size()) return;
    std::string_view name = command[first].text;
    if (name.starts_with('@')) name.remove_prefix(1);
    for (const Program& program : kPrograms) {
      if (program.name == name) read_call(program, command, first + 1);
    }
  }

  // `BASE=https://api.zoom.us/v2`
  bool assign(const std::string& word) {
    const auto sign = word.find('=');
    if (sign == std::string::npos || sign == 0) return false;
    const std::string name = word.substr(0, sign);
    const bool is_name =
        name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") ==
        std::string::npos;
    if (is_name) variables_[name] = value_of(word.substr(sign + 1));
    return is_name;
  }

  CallUrl value_of(std::string_view text) const {
    TextPieces pieces = pieces_of(text);
    // The names are views into a word that is deleted; only whether they are known matters.
    const auto url = split_http_url(pieces.text);
    if (url) {
      const bool is_named = url->host.size() == 1 && url->host.front() == kHole &&
                            !pieces.holes.empty() && is_zoom_name(pieces.holes.front());
      if (!is_zoom_api_host(url->host) && !is_named) return {};
      return {is_named ? UrlOrigin::named : UrlOrigin::zoom, std::string(url->path), {}};
    }
    // curl accepts a host without its scheme.
    const std::string_view host = std::string_view(pieces.text).substr(0, pieces.text.find('/'));
    if (is_zoom_api_host(host)) return {UrlOrigin::zoom, pieces.text.substr(host.size()), {}};
    if (pieces.text.empty() || pieces.text.front() != kHole) return {};
    std::string_view name = pieces.holes.front();
    // `${BASE:-https://api.zoom.us/v2}`
    if (const auto fallback = name.find(":-"); fallback != std::string_view::npos) {
      CallUrl value = value_of(name.substr(fallback + 2));
      value.path += pieces.text.substr(1);
      return value;
    }
    CallUrl value;
    if (const auto known = variables_.find(std::string(name)); known != variables_.end()) {
      value = known->second;
    } else if (is_zoom_name(name)) {
      value.origin = UrlOrigin::named;
    }
    if (value.path.ends_with('/') && pieces.text.compare(1, 1, "/") == 0) value.path.pop_back();
    value.path += pieces.text.substr(1);
    return value;
  }

  // The parts of one call, from all its words.
  struct Call {
    // "?" if it is computed.
    std::string method;
    std::string_view implied = "GET";
    bool forces_get = false;
    // Options in a variable may be anything.
    bool has_hidden = false;
    const ShellWord* url = nullptr;
    CallUrl value;
  };

  // The number of further words that belong to the option at `i`.
  static std::size_t read_option(const Program& program, const ShellCommand& command, std::size_t i,
                                 Call& call) {
    const std::string& word = command[i].text;
    const std::string option = word.substr(0, word.find('='));
    const bool has_value = option.size() < word.size() && word.starts_with("--");
    const std::size_t next = has_value || i + 1 >= command.size() ? 0 : 1;
    if (has_word(program.method_options, option)) {
      const std::string said = has_value ? word.substr(option.size() + 1)
                                         : (next == 1 ? command[i + 1].text : std::string());
      call.method = method_word(said).empty() ? "?" : said;
      return next;
    }
    if (word.starts_with("-X") && program.name == "curl") {
      call.method = method_word(word.substr(2)).empty() ? "?" : word.substr(2);
    } else if (has_word(program.body_options, option)) {
      call.implied = "POST";
      return next;
    } else if (has_word(program.get_options, option)) {
      call.forces_get = true;
    } else if (has_word(program.head_options, option)) {
      call.implied = "HEAD";
    } else if (has_word(program.value_options, option)) {
      return next;
    }
    return 0;
  }

  void read_argument(const Program& program, const ShellWord& argument, Call& call) const {
    const std::string& word = argument.text;
    if (call.url != nullptr) {
      const bool is_field =
          word.find('=') != std::string::npos && word.find("==") == std::string::npos;
      if (program.takes_method_word && is_field) call.implied = "POST";
      return;
    }
    if (program.takes_method_word && !method_word(word).empty()) {
      call.method = word;
      return;
    }
    CallUrl value = value_of(word);
    if (value.is_zoom()) {
      call.url = &argument;
      call.value = std::move(value);
    } else if (word.starts_with('$')) {
      call.has_hidden = true;
    }
  }

  void read_call(const Program& program, const ShellCommand& command, std::size_t first) {
    Call call;
    for (std::size_t i = first; i < command.size(); ++i) {
      if (command[i].text.starts_with('-')) {
        i += read_option(program, command, i, call);
      } else {
        read_argument(program, command[i], call);
      }
    }
    const std::string& path = call.value.path;
    if (call.url == nullptr || path_segments(path).empty()) return;
    if (call.value.origin == UrlOrigin::zoom && !path.starts_with("/v2/")) return;
    std::string_view method = method_word(call.method);
    if (call.method.empty() && !call.has_hidden) method = call.forces_get ? "GET" : call.implied;
    calls_.push_back(
        {std::string(method), path, call.url->place, call.value.origin == UrlOrigin::named, false});
  }

  std::map<std::string, CallUrl> variables_;
  std::vector<CodeCall> calls_;
};

}  // namespace

std::vector<CodeCall> find_shell_calls(std::string_view text) {
  return ShellScan().run(text);
}

}  // namespace zoomc::infer
