#include "shell/man_page.h"

#include "support/catch.h"

using namespace zoomc;

namespace {

std::string between(const std::string& page, const std::string& from, const std::string& to) {
  const std::size_t begin = page.find(from);
  return page.substr(begin, page.find(to, begin) - begin);
}

}  // namespace

TEST_CASE("a command in the manual, with all that roff would take for its own") {
  const CommandTree tree{
      .program = "zoomc",
      .description = "One. Two.",
      .version = "1",
      .catalog_date = "2026-08-21",
      .groups = {{"Build",
                  {{.name = "make",
                    .summary = "Make it",
                    .arguments = {{.name = "FILE", .description = ".hidden 'app'", .many = true}},
                    .options = {{.short_name = "o",
                                 .value_name = "OUT",
                                 .description = "Write \\here. Or `there`"}},
                    .examples = {{"zoomc make -o \"a b\"", "Makes it"}}}}}},
      .examples = {{"zoomc make a", "Makes a"}}};
  const std::string page = man_page(tree);
  CHECK(between(page, ".Dd", ".Os") == ".Dd August 21, 2026\n.Dt ZOOMC 1\n");
  CHECK(between(page, ".Sh DESCRIPTION", ".Pp") == ".Sh DESCRIPTION\nOne.\nTwo.\n");
  CHECK(between(page, ".Ss make", ".Sh ENVIRONMENT") ==
        ".Ss make\n.Nm zoomc\n.Cm make\n.Op Ar options\n.Op Ar \"\\&FILE\" ...\n.Pp\nMake it.\n"
        ".Bl -tag -width Ds\n.It Ar \"\\&FILE\"\n\\&.hidden \\(aqapp\\(aq\n.El\n"
        ".Bl -tag -width Ds\n.It Fl o Ar \"\\&OUT\"\nWrite \\ehere.\nOr \\(gathere\\(ga\n.El\n"
        ".Pp\nMakes it:\n.Dl zoomc make \\-o \\(dqa b\\(dq\n");
}

TEST_CASE("a catalog of a month dates the page at its first day") {
  const CommandTree tree{.program = "zoomc",
                         .description = "One.",
                         .catalog_date = "2026-01",
                         .examples = {{"a", "b"}}};
  CHECK(man_page(tree).substr(0, 21) == ".Dd January 1, 2026\n.");
}
