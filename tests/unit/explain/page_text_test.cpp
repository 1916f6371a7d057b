#include "explain/page_text.h"

#include "support/catch.h"

namespace zoomc::explain {
namespace {

std::string shown(std::string_view page) {
  return page_text({.id = "some-rule",
                    .summary = "something is wrong",
                    .severity = Severity::warning,
                    .page = page});
}

TEST_CASE("a page is read without marks and without its cases") {
  CHECK(shown("# some-rule\n"
              "\n"
              "First `thing`,\n"
              "then another.\n"
              "\n"
              "A second paragraph.\n"
              "\n"
              "## Why\n"
              "\n"
              "See [the guide](https://docs.unified.to/x), Step 1.\n"
              "\n"
              "## Instead\n"
              "\n"
              "Write:\n"
              "\n"
              "```yaml\n"
              "region: eu   # always\n"
              "\n"
              "features:\n"
              "  users: [read]\n"
              "```\n"
              "\n"
              "## Cases\n"
              "\n"
              "### one\n") ==
        "some-rule (warning)\n"
        "\n"
        "First `thing`, then another.\n"
        "\n"
        "A second paragraph.\n"
        "\n"
        "Why\n"
        "  See the guide (https://docs.unified.to/x), Step 1.\n"
        "\n"
        "Instead\n"
        "  Write:\n"
        "\n"
        "    region: eu   # always\n"
        "\n"
        "    features:\n"
        "      users: [read]\n");
}

TEST_CASE("lines are broken at 80 columns, between words") {
  const std::string word(30, 'x');
  CHECK(shown("# some-rule\n\n" + word + " " + word + "\n" + word + "  " + std::string(90, 'y') +
              " z\n\n## Why\n\n" + word + " " + word + " " + std::string(17, 'w') + " w\n") ==
        "some-rule (warning)\n\n" + word + " " + word + "\n" + word + "\n" + std::string(90, 'y') +
            "\nz\n\nWhy\n  " + word + " " + word + "\n  " + std::string(17, 'w') + " w\n");
}

TEST_CASE("items stand below each other") {
  CHECK(shown("# some-rule\n\n## Fix\n\nEither:\n\n- one thing that goes\n  over two lines\n"
              "- another\n\nBehind.\n") ==
        "some-rule (warning)\n\nFix\n  Either:\n\n  - one thing that goes over two lines\n"
        "  - another\n\n  Behind.\n");
}

TEST_CASE("brackets that are no link stay") {
  CHECK(shown("# some-rule\n\n`scopes:[a]` and (b)\n") ==
        "some-rule (warning)\n\n`scopes:[a]` and (b)\n");
}

TEST_CASE("without a page there is the summary") {
  CHECK(shown("") == "some-rule (warning)\nsomething is wrong\n");
}

}  // namespace
}  // namespace zoomc::explain
