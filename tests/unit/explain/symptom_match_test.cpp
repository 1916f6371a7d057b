#include "catalog/builtin.h"
#include "explain/topics.h"
#include "support/catch.h"

namespace zoomc::explain {
namespace {

using Texts = std::vector<std::string>;

const Texts kSignIn{"app not authorized, or a customer cannot sign in"};
const Texts kRedirect{"invalid redirect URI, or redirect errors"};
const Texts kData{"the connection works but data is missing"};
const Texts kPhone{"Zoom Phone returns no calls or recordings"};
const Texts kPublished{"after publishing, connections stopped working"};

Texts found_symptoms(std::string_view topic) {
  Texts names;
  for (const catalog::Symptom* symptom : match_symptoms(catalog::builtin_catalog(), topic)) {
    names.emplace_back(symptom->name);
  }
  return names;
}

TEST_CASE("nobody can sign in, in many words") {
  for (const char* topic :
       {"app not authorized / customer cannot sign in", "'App not authorized'",
        "customer cannot sign in", "my customers can't log in",
        "The app is not authorised for this account", "user is unable to connect the app",
        "customers get an error when they connect", "login fails for a client",
        "not authorized to install the app", "customer sees that the app is unauthorized"}) {
    CAPTURE(topic);
    CHECK(found_symptoms(topic) == kSignIn);
  }
}

TEST_CASE("the redirect is wrong, in many words") {
  for (const char* topic :
       {"invalid redirect URI", "redirect errors", "'Invalid redirect URI' or redirect errors",
        "redirect url does not match", "wrong callback URL", "redirect_uri mismatch redirect",
        "the redirct is refused"}) {
    CAPTURE(topic);
    CHECK(found_symptoms(topic) == kRedirect);
  }
}

TEST_CASE("data is missing, in many words") {
  for (const char* topic :
       {"connection works but data is missing", "connected but no data", "why is data missing",
        "some fields are empty", "the sync gets nothing", "no objects come through"}) {
    CAPTURE(topic);
    CHECK(found_symptoms(topic) == kData);
  }
}

TEST_CASE("Zoom Phone is silent, in many words") {
  for (const char* topic : {"Zoom Phone returns no calls or recordings", "phone calls are missing",
                            "no call recordings", "the call history is empty", "call logs empty",
                            "recordings of calls are not there"}) {
    CAPTURE(topic);
    CHECK(found_symptoms(topic) == kPhone);
  }
}

TEST_CASE("published and broken, in many words") {
  for (const char* topic :
       {"after publishing, connections stopped working", "connections broke after we went live",
        "app published and nothing works any longer", "production connections fail",
        "connections are dead since the launch"}) {
    CAPTURE(topic);
    CHECK(found_symptoms(topic) == kPublished);
  }
}

TEST_CASE("what is no trouble, or one of something else, is none of them") {
  for (const char* topic :
       {"", "phone", "redirect-url-mismach", "missing", "phone recordings", "list all meetings",
        "users read", "The meeting does not exist", "publish the app", "no such thing",
        "webhook signature verification header mismatch", "rate limit exceeded"}) {
    CAPTURE(topic);
    CHECK(found_symptoms(topic) == Texts{});
  }
}

TEST_CASE("two troubles in one description are both meant") {
  CHECK(found_symptoms("calls and data are missing") == Texts{kData[0], kPhone[0]});
}

TEST_CASE("a log is no description") {
  std::string log;
  for (int i = 0; i < 61; ++i) log += "no data ";
  CHECK(found_symptoms(log).empty());
  CHECK(match_symptoms(catalog::Catalog{}, "no data").empty());
}

}  // namespace
}  // namespace zoomc::explain
