#include "author/json_to_yaml.h"

#include <string>

#include "driver/check.h"
#include "import_fixture.h"
#include "support/catch.h"

namespace zoomc::author {
namespace {

using namespace testing;

std::string yaml(const std::string& text, std::size_t depth = 60) {
  const manifest::ReadManifest manifest = read(text);
  return edit::write_yaml(json_to_yaml(*manifest.manifest, depth));
}

TEST_CASE("JSON is written as the YAML that means it", "[author][json]") {
  CHECK(
      yaml(R"({"text": "true", "yes": true, "number": 1, "big": 18446744073709551615, "real": 1e40,
                 "small": -0.5, "whole": 2.0, "none": null, "list": ["a", "1"], "mixed": [1, null, {"a": []}, [2]],
                 "empty": {}, "- odd: #key": "\u0007"})") ==
      "text: 'true'\n'yes': true\nnumber: 1\nbig: 18446744073709551616.0\nreal: 1e+40\nsmall: "
      "-0.5\n"
      "whole: 2.0\nlist: [a, '1']\nmixed:\n  - 1\n  - null\n  - a: []\n  - [2]\nempty: {}\n"
      "'- odd: #key': \"\\x07\"\n");
}

TEST_CASE("What nests too deep for a file is left out", "[author][json]") {
  CHECK(yaml(R"({"a": {"b": {"c": 1}}, "d": [[1]], "e": 2})", 2) == "a: {}\nd: [null]\ne: 2\n");
}

TEST_CASE("A manifest as deep as it may be is imported as far as a file can nest",
          "[author][json]") {
  const auto nested = [](int depth) {
    std::string text =
        R"({"display_information": {"display_name": "A"}, "oauth_information": {"usage":
      "USER_OPERATION", "production_redirect_uri": "https://a.example/c", "development_redirect_uri":
      "https://a.example/c", "oauth_allow_list": ["https://a.example/c"], "strict_mode": true,
      "subdomain_strict_mode": true}, "odd": )";
    for (int i = 0; i < depth; ++i) text += "{\"a\":";
    text += "1";
    for (int i = 0; i < depth; ++i) text += "}";
    return text + "}";
  };
  const ImportedApp fits = import_text(nested(62));
  CHECK(fits.checked.is_app);
  CHECK(losses_of(fits).empty());
  const ImportedApp deep = import_text(nested(63));
  CHECK(deep.checked.is_app);
  REQUIRE(losses_of(deep).size() == 1);
  CHECK(losses_of(deep)[0].substr(0, 30) == "an app file cannot have `/odd/");
}

}  // namespace
}  // namespace zoomc::author
