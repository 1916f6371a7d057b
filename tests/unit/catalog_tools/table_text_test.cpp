#include "catalog_tools/table_text.h"

#include "support/catch.h"

namespace zoomc::catalog_tools {
namespace {

const TableForm kForm{.about = {"What it is.", "source: Zoom"},
                      .columns = {"group", "name", "value", "source", "date"},
                      .keys = {0, 1},
                      .date = "2026-11"};

TableRow row(const std::string& group, const std::string& name, const std::string& value,
             bool is_kept = false) {
  return {{group, name, value, is_kept ? "kept" : "new.json", "2026-11"}, group, is_kept};
}

TEST_CASE("a new table has the rows as they are given") {
  CHECK(table_text(kForm, {row("b", "x", "1"), row("a", "y", "")}, "") ==
        "# What it is.\n# source: Zoom\n# date: 2026-11\ngroup\tname\tvalue\tsource\tdate\n"
        "b\tx\t1\tnew.json\t2026-11\na\ty\t\tnew.json\t2026-11\n");
}

TEST_CASE("a table that is there keeps its comments and its order") {
  const std::string present =
      "\xEF\xBB\xBF# Ours.\r\n# date: 2026-08\n\nvalue\tname\tgroup\n"
      "1\tm\tb\n# a remark\n2\tk\tb\n3\ta\ta\n4\tgone\ta\n";
  CHECK(table_text(kForm,
                   {row("a", "a", "3", true), row("b", "m", "9"), row("b", "k", "2"),
                    row("b", "l", "5"), row("b", "n", "6"), row("b", "c", "7"), row("c", "z", "8")},
                   present) ==
        "# Ours.\r\n# date: 2026-11\n\nvalue\tname\tgroup\tsource\tdate\n"
        "9\tm\tb\tnew.json\t2026-11\n"
        "6\tn\tb\tnew.json\t2026-11\n"
        "# a remark\n"
        "7\tc\tb\tnew.json\t2026-11\n"
        "2\tk\tb\tnew.json\t2026-11\n"
        "5\tl\tb\tnew.json\t2026-11\n"
        "3\ta\ta\tkept\t2026-11\n"
        "8\tz\tc\tnew.json\t2026-11\n");
}

TEST_CASE("a kept row that says where it is from goes on to say so") {
  const std::string present =
      "group\tname\tvalue\tsource\tdate\na\tx\t1\told.json\t2025-01\na\ty\t2\t\t\n";
  CHECK(table_text(kForm, {row("a", "x", "1", true), row("a", "y", "2", true)}, present) ==
        "group\tname\tvalue\tsource\tdate\na\tx\t1\told.json\t2025-01\na\ty\t2\tkept\t2026-11\n");
  CHECK(table_text(kForm, {row("a", "x", "1")}, present) ==
        "group\tname\tvalue\tsource\tdate\na\tx\t1\tnew.json\t2026-11\n");
}

TEST_CASE("a kept row has what the table had no column for") {
  CHECK(table_text(kForm, {row("a", "x", "1", true)}, "group\tname\na\tx\n") ==
        "group\tname\tvalue\tsource\tdate\na\tx\t1\tkept\t2026-11\n");
  // What the table says stays, also where something else is known.
  CHECK(table_text(kForm, {row("a", "x", "1", true)}, "group\tname\tvalue\na\tx\t2\n") ==
        "group\tname\tvalue\tsource\tdate\na\tx\t2\tkept\t2026-11\n");
}

TEST_CASE("a table that is newer keeps its date") {
  const auto head = [](const std::string& date) {
    const std::string text =
        table_text(kForm, {}, "# date: " + date + "\ngroup\tname\tvalue\tsource\tdate\n");
    return text.substr(0, text.find('\n'));
  };
  CHECK(head("2026-08") == "# date: 2026-11");
  CHECK(head("2026-11-02") == "# date: 2026-11-02");
  CHECK(head("2026-12") == "# date: 2026-12");
}

TEST_CASE("a table that is made anew keeps the comments of its head") {
  const TableForm form{.about = {"Ours."}, .columns = {"a", "b"}, .keys = {}, .date = "2026-11"};
  CHECK(new_table_text(form, {{"2", "x"}, {"1", "y"}}, "") ==
        "# Ours.\n# date: 2026-11\na\tb\n2\tx\n1\ty\n");
  CHECK(new_table_text(form, {{"2", "x"}}, "# Mine.\n# date: 2026-08\n\nb\ta\nz\t1\n# gone\n") ==
        "# Mine.\n# date: 2026-11\n\na\tb\n2\tx\n");
}

TEST_CASE("rows are taken out by their cells") {
  CHECK(without_rows("# c\nscope\tmodel\treason\na\tgranular\tx\na\tclassic\ty\nb\tgranular\tz\n",
                     {"scope", "model"}, {{"a", "granular"}}) ==
        "# c\nscope\tmodel\treason\na\tclassic\ty\nb\tgranular\tz\n");
}

}  // namespace
}  // namespace zoomc::catalog_tools
