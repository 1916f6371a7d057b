#include "shell/help.h"

#include "support/catch.h"

using namespace zoomc;

namespace {

CommandTree small_tree() {
  const CommandOption help{.short_name = "h", .long_name = "help", .description = "Show this help"};
  const CommandOption format{.long_name = "format",
                             .value_name = "FORMAT",
                             .value = {ValueKind::word, {"text", "json"}},
                             .description = "text (default) or json"};
  const CommandOption out{.short_name = "o",
                          .value_name = "OUT",
                          .value = {ValueKind::file, {}},
                          .description = "Write here"};
  const CommandOption longest{.long_name = "a-very-long-option",
                              .value_name = "REASON",
                              .value = {ValueKind::text, {}},
                              .description =
                                  "An option whose name leaves no room beside it, and "
                                  "whose description takes two lines"};
  return {.program = "zoomc",
          .description = "Compile apps.",
          .version = "1.2.3",
          .catalog_date = "2026-08",
          .options = {help},
          .groups = {{"Build",
                      {{.name = "make",
                        .summary = "Make it",
                        .arguments = {{.name = "FILE",
                                       .value = {ValueKind::app_file, {}},
                                       .description = "The app",
                                       .required = true,
                                       .many = true},
                                      {.name = "PATTERN",
                                       .value = {ValueKind::text, {}},
                                       .description = "Which ones"}},
                        .options = {format, out, longest},
                        .examples = {{"zoomc make a", "Makes a"}}}}},
                     {"Look", {{.name = "show", .summary = "Show it"}}}},
          .examples = {{"zoomc make b", "Makes b"}}};
}

}  // namespace

TEST_CASE("the program's help lists the commands by group") {
  CHECK(program_help(small_tree()) == R"(Compile apps.

Usage: zoomc [OPTIONS] COMMAND

Build:
  make  Make it

Look:
  show  Show it

Options:
  -h, --help  Show this help

Examples:
  zoomc make b
      Makes b

`zoomc COMMAND --help` tells more of a command.
)");
}

TEST_CASE("a command's help has its arguments, options and examples") {
  const CommandTree tree = small_tree();
  CHECK(command_help(tree, tree.groups[0].commands[0]) == R"(Make it

Usage: zoomc make [OPTIONS] FILE... [PATTERN]

Arguments:
  FILE...    The app
  [PATTERN]  Which ones

Options:
      --format FORMAT  text (default) or json
  -o OUT               Write here
      --a-very-long-option REASON
                       An option whose name leaves no room beside it, and whose
                       description takes two lines

Options of every command:
  -h, --help  Show this help

Examples:
  zoomc make a
      Makes a
)");
  CHECK(command_help(tree, tree.groups[1].commands[0]) == R"(Show it

Usage: zoomc show [OPTIONS]

Options of every command:
  -h, --help  Show this help
)");
}
