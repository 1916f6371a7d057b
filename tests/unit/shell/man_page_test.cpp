#include "shell/command_line.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::shell;

namespace {

std::string between(const std::string& page, const std::string& from, const std::string& to) {
  const std::size_t begin = page.find(from);
  return page.substr(begin, page.find(to, begin) - begin);
}

}  // namespace

TEST_CASE("a command in the manual, with all that roff would take for its own") {
  constexpr CommandOption kOptions[] = {
      {.name = "FILE", .value_name = "FILE", .description = ".hidden 'app'", .takes_many = true},
      {.name = "-o", .value_name = "OUT", .description = "Write \\here. Or `there`"}};
  constexpr CommandExample kManExamples[] = {{"zoomc make -o \"a b\"", "Makes it"}};
  const Command make{.name = "make",
                     .group = "Build",
                     .summary = "Make it",
                     .options = kOptions,
                     .examples = kManExamples};
  const Command* const commands[] = {&make};
  const CommandLine line{.program = "zoomc",
                         .description = "One. Two.",
                         .version = "1",
                         .catalog_date = "2026-08-21",
                         .commands = commands,
                         .examples = kManExamples};
  const std::string page = man_page(line);
  CHECK(between(page, ".Dd", ".Os") == ".Dd August 21, 2026\n.Dt ZOOMC 1\n");
  CHECK(between(page, ".Sh DESCRIPTION", ".Pp") == ".Sh DESCRIPTION\nOne.\nTwo.\n");
  CHECK(between(page, ".Ss make", ".Sh ENVIRONMENT") ==
        ".Ss make\n.Nm zoomc\n.Cm make\n.Op Ar options\n.Op Ar \"\\&FILE\" ...\n.Pp\nMake it.\n"
        ".Bl -tag -width Ds\n.It Ar \"\\&FILE\"\n\\&.hidden \\(aqapp\\(aq\n.El\n"
        ".Bl -tag -width Ds\n.It Fl o Ar \"\\&OUT\"\nWrite \\ehere.\nOr \\(gathere\\(ga\n.El\n"
        ".Pp\nMakes it:\n.Dl zoomc make \\-o \\(dqa b\\(dq\n");
}

TEST_CASE("a catalog of a month dates the page at its first day") {
  constexpr CommandExample kManExamples[] = {{"a", "b"}};
  const CommandLine line{.program = "zoomc",
                         .description = "One.",
                         .catalog_date = "2026-01",
                         .examples = kManExamples};
  CHECK(man_page(line).substr(0, 21) == ".Dd January 1, 2026\n.");
}
