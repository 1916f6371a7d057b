#include "shell/command_line.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::shell;

namespace {

std::vector<ValueChoice> formats() {
  return {{"text", "for people", true}, {"json"}};
}

constexpr CommandOption kGlobals[] = {{.name = "-h,--help", .description = "Show this help"}};
constexpr CommandOption kMakeOptions[] = {
    {.name = "FILE",
     .value_name = "FILE",
     .description = "The app",
     .is_required = true,
     .takes_many = true},
    {.name = "--format", .value_name = "FORMAT", .description = "{}", .choices = formats},
    {.name = "PATTERN", .value_name = "PATTERN", .description = "Which ones"},
    {.name = "-o", .value_name = "OUT", .description = "Write here"},
    {.name = "--a-very-long-option",
     .value_name = "REASON",
     .description = "An option whose name leaves no room beside it, and whose description takes "
                    "two lines"}};
constexpr CommandExample kMakeExamples[] = {{"zoomc make a", "Makes a"}};
constexpr Command kMake{.name = "make",
                        .group = "Build",
                        .summary = "Make it",
                        .options = kMakeOptions,
                        .examples = kMakeExamples};
constexpr Command kMakeAll{.name = "make all", .group = "Build", .summary = "Make all"};
constexpr Command kShow{.name = "show", .group = "Look", .summary = "Show it"};
constexpr const Command* kCommands[] = {&kMake, &kMakeAll, &kShow};
constexpr CommandExample kExamples[] = {{"zoomc make b", "Makes b"}};
constexpr CommandLine kLine{.program = "zoomc",
                            .description = "Compile apps.",
                            .version = "1.2.3",
                            .catalog_date = "2026-08",
                            .options = kGlobals,
                            .commands = kCommands,
                            .examples = kExamples};

}  // namespace

TEST_CASE("the program's help lists the commands by group") {
  CHECK(program_help(kLine) == R"(Compile apps.

Usage: zoomc [OPTIONS] COMMAND

Build:
  make      Make it
  make all  Make all

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
  CHECK(command_help(kLine, kMake) == R"(Make it

Usage: zoomc make [OPTIONS] FILE... [PATTERN]

Arguments:
  FILE...    The app
  [PATTERN]  Which ones

Options:
      --format FORMAT  text (for people) (default) or json
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
  CHECK(command_help(kLine, kShow) == R"(Show it

Usage: zoomc show [OPTIONS]

Options of every command:
  -h, --help  Show this help
)");
}

TEST_CASE("what the value of an option or argument may be") {
  CHECK(hint_of(kMakeOptions[0]).kind == ValueKind::app_file);
  CHECK(hint_of(kMakeOptions[1]).kind == ValueKind::word);
  CHECK(hint_of(kMakeOptions[1]).words == std::vector<std::string_view>{"text", "json"});
  CHECK(hint_of(kMakeOptions[2]).kind == ValueKind::text);
  CHECK(hint_of(kMakeOptions[3]).kind == ValueKind::file);
  CHECK(hint_of(kGlobals[0]).kind == ValueKind::nothing);
  // `make all` is a command of its own.
  CHECK(hint_of_argument(kLine, kMake, 0).words == std::vector<std::string_view>{"all"});
  CHECK(hint_of_argument(kLine, kMake, 1).words.empty());
}
