#pragma once
#include <string>

#include "fixture.h"
#include "json/value.h"
#include "manifest/validate.h"
#include "support/catch.h"

// What the validator says of a manifest given as text.
namespace zoomc::testing {
using namespace manifest;

inline json::Document parse(const std::string& text) {
  json::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

// "pointer verdict severity[id] message", one line a finding.
inline std::string judge(const std::string& manifest) {
  std::string lines;
  for (const ManifestFinding& found : validate_manifest(parse(manifest), tiny_catalog())) {
    lines += found.pointer + ' ';
    lines += to_string(found.verdict);
    lines += ' ';
    lines += to_string(found.severity);
    lines += '[';
    lines += found.id;
    lines += "] " + found.message + '\n';
  }
  return lines;
}

// The members of a manifest that Zoom takes, one of them at a time replaced below.
struct Parts {
  std::string display = R"({"display_name": "Acme"})";
  std::string usage = R"("USER_OPERATION")";
  std::string redirects = R"("development_redirect_uri": "https://a.example/code",
      "production_redirect_uri": "https://a.example/code",
      "oauth_allow_list": ["https://a.example/code"])";
  std::string scopes = R"([{"scope": "user:read:user", "optional": false}])";
  std::string more_oauth;
  std::string developer = R"({"developer_name": "Dana"})";
  std::string features = R"({"products": []})";
  std::string more;
};

inline std::string manifest_of(const Parts& parts) {
  return "{\"display_information\": " + parts.display +
         ", \"oauth_information\": {\"usage\": " + parts.usage + ", " + parts.redirects +
         ", \"scopes\": " + parts.scopes + parts.more_oauth +
         "}, \"developer_information\": " + parts.developer + ", \"features\": " + parts.features +
         parts.more + "}";
}

}  // namespace zoomc::testing
