#include "catalog_tools/document_place.h"

#include "support/catch.h"

namespace zoomc::catalog_tools {
namespace {

TEST_CASE("the name of a folder may have a date") {
  CHECK(date_in_name("zoom-api-2026-08") == "2026-08");
  CHECK(date_in_name("2026-08-31") == "2026-08-31");
  CHECK(date_in_name("2026-08-31.bak") == "2026-08-31");
  CHECK(date_in_name("api_2026-08_from_2026-09-01") == "2026-08");
  CHECK(date_in_name("2026-08-32") == "2026-08");
  CHECK(date_in_name("2026-13") == "");
  CHECK(date_in_name("2026-00") == "");
  CHECK(date_in_name("12026-08") == "");
  CHECK(date_in_name("2026-081") == "");
  CHECK(date_in_name("2026_08") == "");
  CHECK(date_in_name("") == "");
}

std::string place(const std::string& path, const std::string& directory) {
  const DocumentPlace found = place_of_document(path, directory);
  return found.name + "|" + found.date;
}

TEST_CASE("the nearest folder with a date in its name dates a document") {
  CHECK(place("/a/api-2026-03/methods/Users.json", "/a") == "methods/Users.json|2026-03");
  CHECK(place("/a/api-2026-03/methods/Users.json", "/a/api-2026-03/methods") ==
        "methods/Users.json|2026-03");
  CHECK(place("/2025-01/api-2026-03-05/Users.json", "/") == "Users.json|2026-03-05");
  CHECK(place("/a/2026-03.json", "/a") == "2026-03.json|");
  CHECK(place("/a/b/c/Users.json", "/a/b") == "c/Users.json|");
}

}  // namespace
}  // namespace zoomc::catalog_tools
