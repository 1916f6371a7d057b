#include "render/report_names.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::render;

TEST_CASE("to_uri encodes what a path of a URI may not have") {
  CHECK(to_uri("apps/crm-sync_2.zoom~.yaml") == "apps/crm-sync_2.zoom~.yaml");
  CHECK(to_uri("a b/é#?%.yaml") == "a%20b/%C3%A9%23%3F%25.yaml");
  CHECK(to_uri("<stdin>") == "%3Cstdin%3E");
  CHECK(to_uri("\xFF\n\\") == "%FF%0A%5C");
}

TEST_CASE("to_uri never takes a path for a scheme or a host") {
  CHECK(to_uri("http://x") == "http%3A//x");
  CHECK(to_uri("/abs/a:b.yaml") == "file:///abs/a%3Ab.yaml");
  CHECK(to_uri(".//host/a.yaml") == "host/a.yaml");
}

TEST_CASE("repository_path has no dot at its begin") {
  CHECK(repository_path("./a") == "a");
  CHECK(repository_path("././/a") == "a");
  CHECK(repository_path("../a") == "../a");
  CHECK(repository_path(".hidden/a") == ".hidden/a");
  CHECK(repository_path("a/./b") == "a/./b");
  CHECK(repository_path("") == "");
}
