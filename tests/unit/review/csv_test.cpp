#include <array>

#include "review/report_text.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

std::string cell(const std::string& text) {
  const std::string record = csv_record(std::array{text});
  REQUIRE(record.size() >= 2);
  CHECK(record.substr(record.size() - 2) == "\r\n");
  return record.substr(0, record.size() - 2);
}

TEST_CASE("a record is cells, commas and CRLF") {
  CHECK(csv_record(std::array<std::string, 3>{"a", "", "b c"}) == "a,,b c\r\n");
}

TEST_CASE("commas and quotes are quoted") {
  CHECK(cell("Acme, Inc.") == "\"Acme, Inc.\"");
  CHECK(cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
}

TEST_CASE("no cell is a formula") {
  for (const char* mark : {"=", "+", "-", "@"}) {
    CHECK(cell(std::string(mark) + "1") == "'" + std::string(mark) + "1");
    CHECK(cell("  " + std::string(mark) + "1") == "'  " + std::string(mark) + "1");
    CHECK(cell("1" + std::string(mark)) == "1" + std::string(mark));
  }
  CHECK(cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST_CASE("a record is one line whatever its cells have") {
  CHECK(cell("a\r\nb\tc") == "a\\r\\nb\\tc");
  CHECK(cell("\t=1") == "\\t=1");
}

}  // namespace
}  // namespace zoomc::review
