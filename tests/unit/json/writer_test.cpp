#include "json/writer.h"

#include <vector>

#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::json;

namespace {

std::string json_of(std::string_view text) {
  json::Writer json;
  json.value(text);
  return json.text();
}

}  // namespace

TEST_CASE("a JSON string says any text") {
  CHECK(json_of("") == R"("")");
  CHECK(json_of("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(json_of(std::string_view("\0\x1f\n\t\r", 5)) == R"("\u0000\u001F\n\t\r")");
  CHECK(json_of("日é 😀") == "\"日é 😀\"");
}

TEST_CASE("bytes that are not UTF-8 are replaced one by one") {
  CHECK(json_of("a\xFF\xC3 b\xED\xA0\x80") ==
        "\"a\xEF\xBF\xBD\xEF\xBF\xBD b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("objects keep the order of their keys") {
  json::Writer json;
  json.object([&] {
    json.member("z", "text");
    json.member("a", 7U);
    json.array("list", std::vector<int>{1, 2}, [&](int number) {
      json.object([&] { json.member("n", static_cast<std::uint32_t>(number)); });
    });
    json.key("none");
    json.value(nullptr);
  });
  CHECK(json.text() == R"({"z":"text","a":7,"list":[{"n":1},{"n":2}],"none":null})");
}

TEST_CASE("lines have a comma between them") {
  json::Lines lines;
  CHECK(lines.next("1") == "\n1");
  CHECK(lines.next("2") == ",\n2");
}
