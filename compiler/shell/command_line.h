#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

// The table of a command line. What parses it, help, completions and the manual page all read the
// table, so that they cannot differ.
namespace zoomc::shell {

// A word that an option or argument takes, with what help says of it in parentheses.
struct ValueChoice {
  std::string_view word;
  std::string_view note;
  bool is_default = false;
};

// An option, or an argument, which has no dash before its name.
struct CommandOption {
  // "--format", "-h,--help"; "FILE".
  std::string_view name;
  // The name of its value in help, in upper case; empty for a flag.
  std::string_view value_name;
  // `{}` stands for the choices.
  std::string_view description;
  std::vector<ValueChoice> (*choices)() = nullptr;
  bool is_required = false;
  bool takes_many = false;
  // The options that cannot be given with it, with blanks between them.
  std::string_view excludes = {};
  // A number goes from 1 to here; 0 when there is no limit.
  std::uint32_t max = 0;
  // Describes it to the parser, which sets the member of `options` that it is for.
  void (*describe)(CLI::App& parser, const CommandOption& option, void* options) = nullptr;

  constexpr bool is_argument() const { return !name.starts_with('-'); }
};

// A command line to learn from, without the prompt, and what it does.
struct CommandExample {
  std::string_view line;
  std::string_view what;
};

struct Command {
  // One word or two: "lint", "catalog update".
  std::string_view name;
  // The commands that serve one purpose have one title in help.
  std::string_view group;
  std::string_view summary;
  std::span<const CommandOption> options;
  std::span<const CommandExample> examples;
};

// A name that the manual explains: an exit code, a variable, a file.
struct NamedText {
  std::string_view name;
  std::string_view text;
};

struct CommandLine {
  std::string_view program;
  std::string_view description;
  // "0.1.0".
  std::string_view version;
  // The date of the built-in catalog, as in `--version`.
  std::string_view catalog_date;
  // Those that every command takes too.
  std::span<const CommandOption> options;
  // Commands of a group are together.
  std::span<const Command* const> commands;
  std::span<const CommandExample> examples;
  std::span<const NamedText> exit_codes = {};
  std::span<const NamedText> environment = {};
  std::span<const NamedText> files = {};
};

// The kind of values of an option or argument.
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
  std::vector<std::string_view> words;
};

using OptionList = std::vector<const CommandOption*>;

// The arguments of a command in their order, and its options without those of every command.
OptionList arguments_of(const Command& command);
OptionList options_of(const Command& command);
// With those of every command, which come last.
OptionList all_options_of(const CommandLine& line, const Command& command);
ValueHint hint_of(const CommandOption& option);
// The same for an argument, whose place may also have the second word of the command's name.
ValueHint hint_of_argument(const CommandLine& line, const Command& command, std::size_t index);

// "text (default), json or sarif" for `{}`.
std::string description_of(const CommandOption& option);
// Both spellings with their dashes: {"-h", "--help"}.
std::vector<std::string_view> names_of(const CommandOption& option);
// "-o OUT", "-h, --help", "--format FORMAT"; of an argument "FILE...", "[PATH...]".
std::string spelling_of(const CommandOption& option);
// "zoomc lint [OPTIONS] [PATH...]".
std::string usage_of(const CommandLine& line, const Command& command);

// "catalog" and "update" of "catalog update"; the second is empty where the name is one word.
std::string_view first_word(const Command& command);
std::string_view second_word(const Command& command);

// `text` in single quotes for a POSIX shell.
std::string shell_quoted(std::string_view text);
// Words with blanks between them.
std::string joined(std::span<const std::string_view> words);

// The text of `--help`: lines of at most 80 columns, with a line break at the end.
std::string program_help(const CommandLine& line);
std::string command_help(const CommandLine& line, const Command& command);

// The manual page in mdoc(7), for section 1: every command, exit codes, environment, files,
// examples. Its date is that of the catalog, so that the same program makes the same page.
std::string man_page(const CommandLine& line);

// Scripts that complete the command line. They have all that is fixed and ask `zoomc catalog` for
// names, so that `--catalog` tables of a later version need no new script.

// For bash 4.4 and later, to be sourced; needs no bash-completion.
std::string bash_completions(const CommandLine& line);
// For zsh, as the file `_zoomc` in a directory of `fpath`.
std::string zsh_completions(const CommandLine& line);
// For fish, as the file `zoomc.fish` in a directory of `fish_complete_path`.
std::string fish_completions(const CommandLine& line);

}  // namespace zoomc::shell
