#include "review/change_report.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::review;

namespace {

const std::string kLong = "Identify the connecting user for all that is CRM logging here. ";

using Parts = std::pair<std::string, std::string>;

}  // namespace

TEST_CASE("texts that begin alike are shown from shortly before the difference") {
  CHECK(differing_parts(kLong + "List users.", kLong + "Create users.") ==
        Parts{"…logging here. List users.", "…logging here. Create users."});
  CHECK(differing_parts(kLong + "List users.", kLong) ==
        Parts{"…logging here. List users.", "…logging here. "});
}

TEST_CASE("texts that differ soon, or are short, are shown from their beginning") {
  CHECK(differing_parts("Acme CRM", "Acme Sync") == Parts{"Acme CRM", "Acme Sync"});
  CHECK(differing_parts("A" + kLong, "B" + kLong) == Parts{"A" + kLong, "B" + kLong});
  CHECK(differing_parts("", kLong) == Parts{"", kLong});
}

TEST_CASE("no character is cut in two") {
  const std::string accents = "éééééééééééééééééééééééééééééééé";
  CHECK(differing_parts(accents + "a", accents + "b") == Parts{"…ééééééééa", "…ééééééééb"});
  CHECK(differing_parts("x" + accents + "a", "x" + accents + "b") ==
        Parts{"…ééééééééa", "…ééééééééb"});
  // é and è share their first byte.
  CHECK(differing_parts(accents + "é", accents + "è") == Parts{"…ééééééééé", "…ééééééééè"});
}
