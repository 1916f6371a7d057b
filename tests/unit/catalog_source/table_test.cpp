#include <string>

#include "catalog_source/load.h"
#include "fixture.h"
#include "support/catch.h"

// Mistakes in a table as a table, whatever it is about.
namespace zoomc::catalog_source {
namespace {

using Lines = std::vector<std::string>;

std::string scopes() {
  return small_catalog().at("scopes.tsv");
}

TEST_CASE("an empty table") {
  for (const std::string text : {"", "\n \t\n", "# source: x\n# date: 2026-08\n", "\xEF\xBB\xBF"}) {
    CAPTURE(text);
    CHECK(problems_of("scopes.tsv", text) ==
          Lines{"c/scopes.tsv:1:1 catalog-empty-table the table is empty: it needs a header line "
                "and rows"});
  }
}

TEST_CASE("a table without rows") {
  CHECK(problems_of("known_levels.tsv", "# source: x\n# date: 2026-08\nscope\tmodel\treason\n") ==
        Lines{"c/known_levels.tsv:3:1-3:19 catalog-empty-table the table has a header line and no "
              "rows"});
}

TEST_CASE("a missing column") {
  CHECK(
      problems_of("scopes.tsv", "# source: x\n# date: 2026-08\nmodel\tgrants\ngranular\tseen\n") ==
      Lines{"c/scopes.tsv:3:1-3:13 catalog-column column `level` is missing: the header line must "
            "name it",
            "c/scopes.tsv:3:1-3:13 catalog-column column `scope` is missing: the header line must "
            "name it"});
}

TEST_CASE("an unknown column, with the nearest name") {
  CHECK(
      problems_of("scopes.tsv", replaced(scopes(), "scope\tmodel\tlevel", "scope\tmodle\tlevel")) ==
      Lines{"c/scopes.tsv:3:7-3:12 catalog-column unknown column `modle`: the table has the "
            "columns `scope`, `model`, `level` and `grants`",
            "  = did you mean `model`?"});
}

TEST_CASE("an unknown column that is like no other") {
  CHECK(problems_of("known_levels.tsv",
                    "# source: x\n# date: 2026-08\nscope\tmodel\treason\towner@x\n"
                    "imchat:bot\tgranular\tso\tme\n") ==
        Lines{"c/known_levels.tsv:3:20-3:27 catalog-column unknown column `owner@x`: the table has "
              "the columns `scope`, `model` and `reason`"});
}

TEST_CASE("a column that is there twice") {
  CHECK(problems_of("known_levels.tsv",
                    "# source: x\n# date: 2026-08\nscope\tmodel\treason\tscope\n"
                    "imchat:bot\tgranular\tso\tx\n") ==
        Lines{"c/known_levels.tsv:3:20-3:25 catalog-column column `scope` is there twice: remove "
              "one",
              "  ~ 3:1-3:6 first here"});
}

TEST_CASE("rows with too few and too many cells") {
  CHECK(
      problems_of("known_levels.tsv",
                  "# source: x\n# date: 2026-08\nscope\tmodel\treason\n"
                  "imchat:bot\tgranular\nodd:read\tgranular\tso\tx\n"
                  "odd:read\n") ==
      Lines{"c/known_levels.tsv:4:1-4:20 catalog-cell-count the row has 2 cells and the header "
            "line 3: an empty cell needs its tab too",
            "c/known_levels.tsv:5:1-5:23 catalog-cell-count the row has 4 cells and the header "
            "line 3: an empty cell needs its tab too",
            "c/known_levels.tsv:6:1-6:9 catalog-cell-count the row has 1 cell and the header line "
            "3: an empty cell needs its tab too"});
}

TEST_CASE("a row that was left out is not missed by other tables") {
  CHECK(problems_of("scopes.tsv", replaced(scopes(), "user:read:user\tgranular\tuser\toperation",
                                           "user:read:user\tgranular\tuser")) ==
        Lines{"c/scopes.tsv:4:1-4:29 catalog-cell-count the row has 3 cells and the header line 4: "
              "an empty cell needs its tab too"});
  CHECK(
      problems_of("operations.tsv", replaced(small_catalog().at("operations.tsv"),
                                             "/users\tusers\tList users", "/users\tList users")) ==
      Lines{"c/operations.tsv:5:1-5:49 catalog-cell-count the row has 9 cells and the header line "
            "10: an empty cell needs its tab too"});
  CHECK(problems_of("features.tsv",
                    replaced(small_catalog().at("features.tsv"), "\tFind users", "")) ==
        Lines{"c/features.tsv:6:1-6:38 catalog-cell-count the row has 6 cells and the header line "
              "7: an empty cell needs its tab too"});
}

TEST_CASE("a file that is not UTF-8 is not read on") {
  CHECK(
      problems_of("scopes.tsv", "# source: x\n\xff\n") ==
      Lines{"c/scopes.tsv:2:1-2:2 invalid-encoding the file is not UTF-8 from here on: save it as "
            "UTF-8"});
}

TEST_CASE("a control character in a cell") {
  CHECK(
      problems_of("known_levels.tsv", replaced(small_catalog().at("known_levels.tsv"), "validator",
                                               "valid\x1b"
                                               "ator")) ==
      Lines{"c/known_levels.tsv:4:30-4:31 catalog-value the cell has a control character: a name "
            "is plain text"});
}

TEST_CASE("a character in a cell that nobody sees, or that turns the text") {
  for (const std::string character : {"\xC2\x9B", "\xE2\x80\xAE", "\xE2\x80\x8B"}) {
    CHECK(problems_of("known_levels.tsv", replaced(small_catalog().at("known_levels.tsv"),
                                                   "validator", "valid" + character + "ator")) ==
          Lines{"c/known_levels.tsv:4:30-4:31 catalog-value the cell has a control character: a "
                "name is plain text"});
  }
  // Joiners are part of scripts and of emoji.
  CHECK(problems_of("known_levels.tsv", replaced(small_catalog().at("known_levels.tsv"),
                                                 "validator", "v\xE2\x80\x8D\xC3\xA9")) == Lines{});
}

TEST_CASE("a file past 8 MiB is refused") {
  CHECK(problems_of("scopes.tsv", std::string(kMaxFileBytes + 1, '#')) ==
        Lines{"c/scopes.tsv:1:1 file-too-large the file is larger than 8 MiB"});
}

TEST_CASE("a table has at most 65535 rows") {
  std::string text = scopes();
  for (int i = 0; i < 65535 - 7; ++i) {
    text += "s" + std::to_string(i) + "\tgranular\tuser\tseen\n";
  }
  CHECK(problems_of("scopes.tsv", text) == Lines{});
  CHECK(problems_of("scopes.tsv", text + "one:more\tgranular\tuser\tseen\nand:more\n") ==
        Lines{"c/scopes.tsv:65539:1-65539:28 catalog-too-many-rows the table has more than 65535 "
              "rows"});
}

TEST_CASE("findings are kept up to a limit") {
  std::string text = scopes();
  for (std::size_t i = 0; i < kMaxCatalogFindings + 500; ++i) text += "x\n";
  CHECK(problems_of("scopes.tsv", text).size() == kMaxCatalogFindings);
}

TEST_CASE("a table says where it is from") {
  CHECK(problems_of("known_levels.tsv",
                    "scope\tmodel\treason\n# source: too late\nimchat:bot\tgranular\tso\n") ==
        Lines{"c/known_levels.tsv:1:1-1:19 catalog-provenance `# date: ...` is missing: the file "
              "must say where its facts are from",
              "c/known_levels.tsv:1:1-1:19 catalog-provenance `# source: ...` is missing: the file "
              "must say where its facts are from"});
  CHECK(problems_of("known_levels.tsv",
                    "# source:\n# date: August 2026\nscope\tmodel\treason\n"
                    "imchat:bot\tgranular\tso\n") ==
        Lines{"c/known_levels.tsv:2:9-2:20 catalog-value the date `August 2026` is not of the form "
              "2026-08 or 2026-08-31",
              "c/known_levels.tsv:3:1-3:19 catalog-provenance `# source: ...` is missing: the file "
              "must say where its facts are from"});
}

}  // namespace
}  // namespace zoomc::catalog_source
