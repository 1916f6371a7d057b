#include "shell/help.h"

#include <algorithm>

namespace zoomc {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
// A longer left column stands on a line of its own.
constexpr std::size_t kMaxLeft = 24;

struct Row {
  std::string left;
  std::string right;
};

// `text` in lines of `width` columns at most; a longer word stands alone.
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
std::string section(const std::string& title, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::size_t left = 0;
  for (const Row& row : rows) {
    if (row.left.size() <= kMaxLeft) left = std::max(left, row.left.size());
  }
  const std::size_t column = kIndent + left + kGap;
  std::string out = "\n" + title + ":\n";
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

std::vector<Row> rows_of(const std::vector<CommandOption>& options) {
  std::vector<Row> rows;
  for (const CommandOption& option : options) {
    // Long names stand in one column whether or not there is a short one.
    const std::string room = option.short_name.empty() ? "    " : "";
    rows.push_back({room + spelling_of(option), option.description});
  }
  return rows;
}

std::string examples_of(const std::vector<CommandExample>& examples) {
  if (examples.empty()) return {};
  std::string out = "\nExamples:\n";
  for (const CommandExample& example : examples) {
    out += "  " + example.line + "\n      " + example.what + "\n";
  }
  return out;
}

}  // namespace

std::string program_help(const CommandTree& tree) {
  std::string out = tree.description + "\n\nUsage: " + tree.program + " [OPTIONS] COMMAND\n";
  for (const CommandGroup& group : tree.groups) {
    std::vector<Row> rows;
    for (const Command& command : group.commands) rows.push_back({command.name, command.summary});
    out += section(group.title, rows);
  }
  out += section("Options", rows_of(tree.options));
  out += examples_of(tree.examples);
  return out + "\n`" + tree.program + " COMMAND --help` tells more of a command.\n";
}

std::string command_help(const CommandTree& tree, const Command& command) {
  std::string out = command.summary + "\n\nUsage: " + usage_of(tree, command) + "\n";
  std::vector<Row> arguments;
  for (const CommandArgument& argument : command.arguments) {
    arguments.push_back({usage_of(argument), argument.description});
  }
  out += section("Arguments", arguments);
  out += section("Options", rows_of(command.options));
  out += section("Options of every command", rows_of(tree.options));
  return out + examples_of(command.examples);
}

}  // namespace zoomc
