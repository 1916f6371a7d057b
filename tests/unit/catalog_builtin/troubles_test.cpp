#include <algorithm>
#include <map>

#include "catalog/builtin.h"
#include "support/catch.h"

// The error texts and symptoms that are compiled in: those of the facts and of the guide, all of
// them.
namespace zoomc {
namespace {

using Names = std::vector<std::string>;

Names names(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

TEST_CASE("every text that people are known to see has its row and its codes") {
  std::map<std::string, Names> codes;
  for (const catalog::ErrorText& error : catalog::builtin_catalog().errors) {
    for (const std::string_view text : error.texts) {
      codes.emplace(text, names(error.codes));
    }
  }
  const Names client{"4702", "4704", "invalid_client"};
  const Names grant{"4705", "4706", "unsupported_grant_type"};
  const Names code{"4733", "4734"};
  for (const auto& [text, own] : std::map<std::string, Names>{
           {"Invalid access token, does not contain scopes:[…]", {"4711", "104", "4700", "201"}},
           {"Invalid redirect url", {"4700"}},
           {"Invalid redirect: … (4,700)", {"4700"}},
           {"Redirect URI mismatch.", {"4709"}},
           {"Invalid scope", {}},
           {"Invalid client.", client},
           {"Invalid client secret.", client},
           {"Refresh token invalid.", {"4711"}},
           {"An account admin is required to install this type of app.", {}},
           {"You cannot authorize …", {}},
           {"The token is disabled by admin.", {"4738"}},
           {"The token has been revoked.", {"4741"}},
           {"… is not a valid scope name when usage is …", {"invalid_manifest"}},
           {"You can only export Draft General app's manifest now", {"1500"}},
           {"You can only export manifest with app support granular scope now", {"1500"}},
           {"The event is not allowed for the app: …", {"1602"}},
           {"Invalid access token.", {"124"}},
           {"The app has been disabled", {"4717"}},
           {"Code is expired", code},
           {"Invalid authorization code.", code},
           {"Token cannot be empty.", {"4700"}},
           {"Grant type is not supported from token endpoint.", grant},
           {"Missing grant type.", grant},
           {"Client ID or client secret is missing.", {"4706"}},
           {"Client ID does not match authenticated client.", client},
           {"Exception error message", {"4724"}},
           {"Creating authorization code error.", {"4732"}},
           {"The owner of the token does not exist.", {"4735"}},
           {"Can not find the authentication for the access token.", {"invalid_grant", "4737"}},
           {"The token ID is out of the token tolerance range.", {"4740"}},
       }) {
    CAPTURE(text);
    CHECK(codes[text] == own);
  }
}

TEST_CASE("the guide's five troubles are all there") {
  Names symptoms;
  for (const catalog::Symptom& symptom : catalog::builtin_catalog().symptoms)
    symptoms.emplace_back(symptom.name);
  CHECK(symptoms == Names{"app not authorized, or a customer cannot sign in",
                          "invalid redirect URI, or redirect errors",
                          "the connection works but data is missing",
                          "Zoom Phone returns no calls or recordings",
                          "after publishing, connections stopped working"});
}

bool has(std::string_view text, std::string_view piece) {
  return text.find(piece) != std::string_view::npos;
}

void check_advice(const catalog::Advice& advice) {
  CAPTURE(advice.cause);
  const bool has_scopes = advice.shows == catalog::Shows::missing_scopes;
  CHECK(has(advice.cause, "{scopes}") == has_scopes);
  CHECK(has(advice.cause, "{them}") == has_scopes);
  CHECK(advice.cause.ends_with('.'));
  for (const std::string_view step : advice.ways_out) {
    CHECK_FALSE(step.ends_with('.'));
    const bool is_lower = (step.front() >= 'a' && step.front() <= 'z') || step.front() == '`';
    CHECK(is_lower);
  }
}

TEST_CASE("causes are sentences and ways out are steps") {
  for (const catalog::ErrorText& error : catalog::builtin_catalog().errors)
    check_advice(error.advice);
  for (const catalog::Symptom& symptom : catalog::builtin_catalog().symptoms)
    check_advice(symptom.advice);
}

TEST_CASE("the words of symptoms are written as they are looked for") {
  for (const catalog::Symptom& symptom : catalog::builtin_catalog().symptoms) {
    for (const auto& list : {symptom.about, symptom.trouble}) {
      for (const std::string_view word : list) {
        CAPTURE(word);
        CHECK(std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
      }
    }
  }
}

}  // namespace
}  // namespace zoomc
