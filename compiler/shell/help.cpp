#include <algorithm>
#include <fmt/core.h>

#include "shell/command_line.h"

namespace zoomc::shell {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
// A longer left column has a line of its own.
constexpr std::size_t kMaxLeft = 24;

struct Row {
  std::string left;
  std::string right;
};

// `text` in lines of `width` columns at most; a longer word has a line of its own.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    at = end + 1;
    std::string& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (line.size() + 1 + word.size() <= width) {
      line += " " + word;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

// Two columns below a title, the right one wrapped.
std::string section(std::string_view title, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::size_t left = 0;
  for (const Row& row : rows) {
    if (row.left.size() <= kMaxLeft) left = std::max(left, row.left.size());
  }
  const std::size_t column = kIndent + left + kGap;
  std::string out = fmt::format("\n{}:\n", title);
  for (const Row& row : rows) {
    std::string line = std::string(kIndent, ' ') + row.left;
    if (row.left.size() > left) {
      out += line + "\n";
      line.clear();
    }
    for (const std::string& right : wrapped(row.right, kWidth - column)) {
      line.resize(column, ' ');
      out += line + right + "\n";
      line.clear();
    }
  }
  return out;
}

std::vector<Row> rows_of(const OptionList& options) {
  std::vector<Row> rows;
  for (const CommandOption* option : options) {
    // Long names begin in the same column with and without a short name.
    const std::string indent = option->name.starts_with("--") ? "    " : "";
    rows.push_back({indent + spelling_of(*option), description_of(*option)});
  }
  return rows;
}

std::string examples_of(std::span<const CommandExample> examples) {
  if (examples.empty()) return {};
  std::string out = "\nExamples:\n";
  for (const CommandExample& example : examples) {
    out += fmt::format("  {}\n      {}\n", example.line, example.what);
  }
  return out;
}

}  // namespace

std::string program_help(const CommandLine& line) {
  std::string out =
      fmt::format("{}\n\nUsage: {} [OPTIONS] COMMAND\n", line.description, line.program);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < line.commands.size(); ++i) {
    const Command& command = *line.commands[i];
    rows.push_back({std::string(command.name), std::string(command.summary)});
    if (i + 1 < line.commands.size() && line.commands[i + 1]->group == command.group) continue;
    out += section(command.group, rows);
    rows.clear();
  }
  out += section("Options", rows_of(all_options_of(line, {})));
  out += examples_of(line.examples);
  return out + fmt::format("\n`{} COMMAND --help` tells more of a command.\n", line.program);
}

std::string command_help(const CommandLine& line, const Command& command) {
  std::vector<Row> arguments;
  for (const CommandOption* argument : arguments_of(command)) {
    arguments.push_back({spelling_of(*argument), description_of(*argument)});
  }
  return fmt::format("{}\n\nUsage: {}\n", command.summary, usage_of(line, command)) +
         section("Arguments", arguments) + section("Options", rows_of(options_of(command))) +
         section("Options of every command", rows_of(all_options_of(line, {}))) +
         examples_of(command.examples);
}

}  // namespace zoomc::shell
