#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The command line as a value, so that help, completions and the manual page cannot differ from it
// or from each other.
namespace zoomc {

// What may stand where a value is asked for.
enum class ValueKind : std::uint8_t {
  nothing,  // a flag
  text,
  word,  // one of `ValueHint::words`
  name,  // an id of one of the catalog's lists: `words` says which, as `zoomc catalog` calls them
  app_file,
  file,
  directory,
};

struct ValueHint {
  ValueKind kind = ValueKind::nothing;
  std::vector<std::string> words;
};

struct CommandOption {
  // Without dashes; either may be empty.
  std::string short_name;
  std::string long_name;
  // What its value is called in help, in upper case.
  std::string value_name;
  ValueHint value;
  std::string description;
  bool many = false;
};

struct CommandArgument {
  std::string name;
  ValueHint value;
  std::string description;
  bool required = false;
  bool many = false;
};

// A command line to learn from, without the prompt, and what it is good for.
struct CommandExample {
  std::string line;
  std::string what;
};

struct Command {
  std::string name;
  std::string summary;
  std::vector<CommandArgument> arguments;
  std::vector<CommandOption> options;
  std::vector<CommandExample> examples;
};

// Commands that serve one purpose.
struct CommandGroup {
  std::string title;
  std::vector<Command> commands;
};

struct CommandTree {
  std::string program;
  std::string description;
  // "0.1.0".
  std::string version;
  // Of the built-in catalog, as in `--version`.
  std::string catalog_date;
  // Those that every command takes too.
  std::vector<CommandOption> options;
  std::vector<CommandGroup> groups;
  std::vector<CommandExample> examples;
};

// "FILE...", "[PATH...]", "KIND".
std::string usage_of(const CommandArgument& argument);
// "zoomc lint [OPTIONS] [PATH...]".
std::string usage_of(const CommandTree& tree, const Command& command);
// "-o OUT", "-h, --help", "--format FORMAT".
std::string spelling_of(const CommandOption& option);
// Both spellings with their dashes: {"-h", "--help"}.
std::vector<std::string> names_of(const CommandOption& option);

}  // namespace zoomc
