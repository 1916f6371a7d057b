#include "syntax/core_schema.h"

#include <cmath>
#include <limits>

#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
namespace {

Node scalar(const std::string& text) {
  Sink sink;
  auto document = parse({"test.yaml", "- " + text + "\n"}, sink);
  REQUIRE(document);
  REQUIRE(sink.empty());
  REQUIRE(document->root.items.size() == 1);
  return document->root.items[0];
}

ScalarType type(const std::string& text) {
  return scalar_type(scalar(text));
}

}  // namespace

TEST_CASE("null") {
  for (const char* text : {"", "~", "null", "Null", "NULL", "!!null x"}) {
    INFO(text);
    CHECK(type(text) == ScalarType::null);
  }
}

TEST_CASE("booleans are `true` and `false` only") {
  CHECK(as_boolean(scalar("true")) == true);
  CHECK(as_boolean(scalar("false")) == false);
  for (const char* text : {"True", "TRUE", "False", "FALSE", "yes", "no", "on", "off", "y", "n"}) {
    INFO(text);
    CHECK(type(text) == ScalarType::string);
    CHECK_FALSE(as_boolean(scalar(text)));
  }
}

TEST_CASE("integers") {
  CHECK(as_integer(scalar("0")) == 0);
  CHECK(as_integer(scalar("-12")) == -12);
  CHECK(as_integer(scalar("+12")) == 12);
  CHECK(as_integer(scalar("007")) == 7);
  CHECK(as_integer(scalar("0o17")) == 15);
  CHECK(as_integer(scalar("0xFf")) == 255);
  CHECK(as_integer(scalar("9223372036854775807")) == std::numeric_limits<std::int64_t>::max());
  CHECK(as_integer(scalar("-9223372036854775808")) == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("an integer past 64 bits is one without a value") {
  for (const char* text : {"9223372036854775808", "-9223372036854775809", "0xFFFFFFFFFFFFFFFF"}) {
    INFO(text);
    CHECK(type(text) == ScalarType::integer);
    CHECK_FALSE(as_integer(scalar(text)));
  }
}

TEST_CASE("floating point numbers") {
  CHECK(as_floating(scalar("1.5")) == 1.5);
  CHECK(as_floating(scalar("-1.5")) == -1.5);
  CHECK(as_floating(scalar("+.5")) == 0.5);
  CHECK(as_floating(scalar("1.")) == 1.0);
  CHECK(as_floating(scalar("1e3")) == 1000.0);
  CHECK(as_floating(scalar("1.5E-1")) == 0.15);
  CHECK(as_floating(scalar("12e+2")) == 1200.0);
  CHECK(as_floating(scalar(".inf")) == std::numeric_limits<double>::infinity());
  CHECK(as_floating(scalar("-.INF")) == -std::numeric_limits<double>::infinity());
  CHECK(as_floating(scalar("+.Inf")) == std::numeric_limits<double>::infinity());
  REQUIRE(as_floating(scalar(".NaN")));
  CHECK(std::isnan(*as_floating(scalar(".NaN"))));
  CHECK_FALSE(as_floating(scalar("1e999")));
}

TEST_CASE("all else is a string") {
  for (const char* text : {"a",    "1a",    "1_000", "0b1",      "0o8", "0o",  "0x",    "-0x1",
                           "1:30", "1.2.3", ".",     "+",        "1e",  "e1",  ".e1",   ".infinity",
                           ".nAn", "nULL",  "'1'",   "\"true\"", "''",  "! 1", "|\n  1"}) {
    INFO(text);
    CHECK(type(text) == ScalarType::string);
  }
}

TEST_CASE("a core tag decides instead of the form") {
  CHECK(type("!!str 1") == ScalarType::string);
  CHECK(as_integer(scalar("!!int \"12\"")) == 12);
  CHECK(as_boolean(scalar("!!bool 'true'")) == true);
  CHECK(as_floating(scalar("!!float 3")) == 3.0);
  CHECK(as_integer(scalar("!<tag:yaml.org,2002:int> 4")) == 4);
}

TEST_CASE("a scalar that does not fit its tag has no value") {
  CHECK(type("!!int x") == ScalarType::integer);
  CHECK_FALSE(as_integer(scalar("!!int x")));
  CHECK_FALSE(as_integer(scalar("!!int \"\"")));
  CHECK_FALSE(as_boolean(scalar("!!bool yes")));
  CHECK_FALSE(as_floating(scalar("!!float x")));
}

TEST_CASE("a value is given for its own type only") {
  CHECK_FALSE(as_integer(scalar("1.0")));
  CHECK_FALSE(as_floating(scalar("1")));
  CHECK_FALSE(as_boolean(scalar("1")));
  CHECK_FALSE(as_integer(scalar("\"1\"")));
}

}  // namespace zoomc::syntax
