#include "lsp/protocol.h"
#include "render/report_names.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;

TEST_CASE("file URIs are paths") {
  CHECK(path_of_uri("file:///a/b%20c.zoom.yaml") == "/a/b c.zoom.yaml");
  CHECK(path_of_uri("file://localhost/a") == "/a");
  CHECK(path_of_uri("file:///a%3Ab%C3%BC#x") == "/a:bü");
  CHECK(path_of_uri(render::to_uri("/tmp/ü :%/x.yaml")) == "/tmp/ü :%/x.yaml");
  for (const char* none : {"", "untitled:Untitled-1", "file://server/a", "http:///a", "file:a",
                           "file:///a%", "file:///a%2", "file:///a%zz", "file:///a%00b"}) {
    INFO(none);
    CHECK(path_of_uri(none) == std::nullopt);
  }
}

TEST_CASE("web links have a scheme and nothing that a URI cannot have") {
  CHECK(is_web_link("https://acme.example/a?b=c#d"));
  CHECK(is_web_link("http://localhost:3000"));
  for (const char* none :
       {"https://", "ftp://a", "https://a b", "https://ü", "${URL}", "https://a\"", ""}) {
    INFO(none);
    CHECK_FALSE(is_web_link(none));
  }
}
