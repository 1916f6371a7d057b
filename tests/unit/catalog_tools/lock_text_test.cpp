#include "catalog_tools/lock.h"
#include "support/catch.h"

namespace zoomc::catalog_tools {
namespace {

const std::string kDigits(64, 'a');

std::string mistake(const std::string& text) {
  const auto lock = read_lock(text);
  REQUIRE_FALSE(lock);
  return lock.error();
}

TEST_CASE("a lock is read as it was written") {
  const std::string text = lock_text({"2026-08", kDigits});
  CHECK(text ==
        "# The catalog that the manifests of this project were made with. Written by `zoomc "
        "compile --lock`;\n# `zoomc compile --locked` takes no other.\nversion: 1\n"
        "catalog-date: 2026-08\ncatalog-sha256: " +
            kDigits + "\n");
  const auto lock = read_lock(text);
  REQUIRE(lock);
  CHECK(lock->date == "2026-08");
  CHECK(lock->sha256 == kDigits);
  CHECK(read_lock("version: 1\r\n\r\ncatalog-sha256:" + kDigits).value().date.empty());
}

TEST_CASE("what is no lock is told") {
  CHECK(mistake("") == "it has the version `` and this zoomc reads version 1");
  CHECK(mistake("version: 2\ncatalog-sha256: " + kDigits) ==
        "it has the version `2` and this zoomc reads version 1");
  CHECK(mistake("version: 1\n") == "`catalog-sha256` is missing, or not 64 hexadecimal digits");
  CHECK(mistake("version: 1\ncatalog-sha256: " + std::string(64, 'A')) ==
        "`catalog-sha256` is missing, or not 64 hexadecimal digits");
  CHECK(mistake("version: 1\n<<<<<<< HEAD\n") ==
        "line 2 is not valid in a lock file: `<<<<<<< HEAD`");
  CHECK(mistake("version: 1\nversion: 1\n") == "line 2 is not valid in a lock file: `version: 1`");
  CHECK(mistake("catalog: 1\n") == "line 1 is not valid in a lock file: `catalog: 1`");
}

}  // namespace
}  // namespace zoomc::catalog_tools
