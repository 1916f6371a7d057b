#include "explain/explain.h"

#include "small_catalog.h"
#include "support/catch.h"

namespace zoomc::explain {
namespace {

using Texts = std::vector<std::string>;

std::string answer(std::string_view topic) {
  return explain(small::context(), topic).value_or("unknown");
}

TEST_CASE("a word that means several things is answered for all") {
  const std::string call =
      "GET /a: reads an A\n"
      "  feature      a.read                       add:  features: {a: [read]}\n"
      "               who                          added automatically\n"
      "  alone        operations: [\"GET /a\"]\n"
      "  granular     a:read:one                   user level\n"
      "               a:read:one:admin             admin level\n"
      "               a:read:one:master            master level, never chosen\n"
      "  classic      a:read                       user level\n"
      "               a:read:admin                 admin level\n"
      "  id           a.read\n"
      "  title        Read an A\n"
      "  product      a\n";
  CHECK(answer("a.read") ==
        "a.read: Read an A\n"
        "  add              features: {a: [read]}\n"
        "  part of          a.all                        add:  features: {a: [all]}\n"
        "  calls            GET /a                       reads an A\n"
        "  granular, user   a:read:one\n"
        "  granular, admin  a:read:one:admin\n"
        "  classic, user    a:read\n"
        "  classic, admin   a:read:admin\n"
        "  guide            for a.read: a:read and a:list\n"
        "\n" +
            call +
            "\n"
            "a.read: a webhook event\n"
            "  add          events: [{name: …, types: [a.read], url: https://…}]\n"
            "  granular     a:read:one                   user level\n"
            "               a:read:one:admin             admin level\n"
            "               a:read:one:master            master level, never chosen\n"
            "  classic      no scope known\n"
            "  basis        derived from the names of event and scope, not from a page of Zoom's\n"
            "  product      a\n");
  CHECK(answer("get /A") == "unknown");
  CHECK(answer("get /a") == call);
}

TEST_CASE("a rule and a region of one name are both answered") {
  CHECK(answer("EU") ==
        "eu (note)\n\nA rule.\n"
        "\n"
        "eu: the EU region of Acme\n"
        "  add          region: eu\n"
        "  redirect     https://eu.acme.example/code\n");
}

TEST_CASE("a finding is known by the line that reports it") {
  const std::string page = "bad-thing (error)\n\nBad.\n";
  CHECK(answer("bad-thing") == page);
  CHECK(answer("error[bad-thing]: it is bad: see `x`") == page);
  CHECK(answer("warning[bad-thing]: it is bad") == page);
  CHECK(answer("bad-thing/mine") == page);
  CHECK(answer("what[bad-thing]: it is so") == "unknown");
}

TEST_CASE("a scope of both models has two answers") {
  CHECK(answer("bot:in") ==
        "bot:in: granular scope of the admin level, for the data of the whole account\n"
        "  seen         on no page of Zoom's, only in Zoom's own manifests\n"
        "  level        a guess from the name: no page of Zoom's gives it\n"
        "  it allows    nothing that Zoom's pages mention\n"
        "  no feature   needs it                     add:  extra_scopes: [bot:in]  and  "
        "managed_by: admin\n"
        "  user level   none of that name\n"
        "\n"
        "bot:in: classic scope of the user level, for the user's own data\n"
        "  event        bot.came\n"
        "  no feature   needs it                     add:  events: [{name: …, types: [bot.came], "
        "url: https://…}]  and  managed_by: user  and  scope_names: classic\n"
        "  admin level  none of that name\n");
}

TEST_CASE("a scope of each level says whose data it reaches and what it takes") {
  CHECK(answer("a:read:one") ==
        "a:read:one: granular scope of the user level, for the user's own data\n"
        "  it allows     GET /a                       reads an A\n"
        "  event         a.read                       derived from the names, not from a page of "
        "Zoom's\n"
        "  feature       a.read                       add:  features: {a: [read]}  and  "
        "managed_by: user\n"
        "                who                          added automatically  and  managed_by: user\n"
        "  guide         for a.read: a:read and a:list\n"
        "  admin level   a:read:one:admin\n"
        "  master level  a:read:one:master\n"
        "  classic       a:read                       1 operation\n");
  CHECK(answer("a:read:one:master") ==
        "a:read:one:master: granular scope of the master level, for the data of sub-accounts\n"
        "  never        chosen by zoomc: it reaches into other accounts\n"
        "  it allows    GET /a                       reads an A\n"
        "  event        a.read                       derived from the names, not from a page of "
        "Zoom's\n"
        "  user level   a:read:one\n"
        "  admin level  a:read:one:admin\n");
  CHECK(answer("own:write") ==
        "own:write: granular scope of the app level, for what belongs to the app itself\n"
        "  never        in a manifest: its token comes from client_credentials, and Zoom rejects "
        "it\n"
        "  it allows    nothing that Zoom's pages mention\n");
}

TEST_CASE("a name that only the guide has") {
  CHECK(answer("a:list") ==
        "a:list: a name of the guide's that is in none of Zoom's lists (of 2026-08)\n"
        "  guide            names it for a.read          add:  features: {a: [read]}\n"
        "  granular, user   a:read:one\n"
        "  granular, admin  a:read:one:admin\n"
        "  classic, user    a:read\n"
        "  classic, admin   a:read:admin\n"
        "  zoomc            uses it only with scope_names: guide; Zoom may refuse it\n");
}

TEST_CASE("a path means all its methods") {
  CHECK(answer("/a").find("GET /a: reads an A\n") == 0);
  CHECK(answer("https://api.zoom.us/v2/a").find("\nPUT /a: Put an A\n") != std::string::npos);
  CHECK(answer("PUT https://api.zoom.us/v2/a") ==
        "PUT /a: Put an A\n"
        "  alone        operations: [\"PUT /a\"]\n"
        "  granular     no scope known\n"
        "  classic      no scope known\n"
        "  id           putA\n"
        "  product      a\n");
}

TEST_CASE("features are found as people say them") {
  CHECK(answer("a read") == answer("A/Read"));
  CHECK(answer("a read").find("a.read: Read an A\n") == 0);
  CHECK(answer("a") ==
        "a: a group of features\n"
        "  feature      a.read                       Read an A\n"
        "  several      a.all                        Do all with an A\n");
  CHECK(answer("a.all") ==
        "a.all: Do all with an A\n"
        "  add          features: {a: [all]}\n"
        "  includes     a.read                       Read an A\n");
  CHECK(answer("who").find("who: Know who it is\n"
                           "  always           needed on platform: acme, declared or not\n"
                           "  calls            GET /a ") == 0);
}

TEST_CASE("an error text, and its code") {
  CHECK(answer("It is very bad!") == "It is.\n  then         mend it\n");
  CHECK(answer("17") == "`It is … bad` (17)\nIt is.\n  then         mend it\n");
}

TEST_CASE("nothing is known of nothing") {
  CHECK(answer("") == "unknown");
  CHECK(answer("``") == "unknown");
  CHECK(answer("a:write") == "unknown");
  CHECK(answer(std::string(200'000, '/')) == "unknown");
}

TEST_CASE("words of a command line are one topic or several") {
  const auto topics = [](const Texts& words) { return topics_of(small::context(), words); };
  CHECK(topics({"eu"}) == Texts{"eu"});
  CHECK(topics({"eu", "a.all"}) == Texts{"eu", "a.all"});
  CHECK(topics({"It", "is", "very", "bad"}) == Texts{"It is very bad"});
  CHECK(topics({"GET", "/a"}) == Texts{"GET /a"});
  // `a` is a group, but with `read` it is a feature.
  CHECK(topics({"a", "read"}) == Texts{"a read"});
  CHECK(topics({"eu", "nothing"}) == Texts{"eu", "nothing"});
  CHECK(topics({"not", "known"}) == Texts{"not known"});
}

TEST_CASE("what an unknown topic may have meant") {
  const auto near = [](std::string_view topic) { return suggest_topics(small::context(), topic); };
  CHECK(near("bad-thin") == Texts{"rule       bad-thing"});
  CHECK(near("a:red:one") == Texts{"scope      a:read:one"});
  CHECK(near("a.reed") == Texts{"feature    a.read", "operation  a.read", "event      a.read"});
  CHECK(near("GET /b") == Texts{"operation  GET /a"});
  CHECK(near("acme.example") == Texts{"region     https://eu.acme.example/code"});
  CHECK(near("read:one") == Texts{"scope      a:read:one", "scope      a:read:one:admin",
                                  "scope      a:read:one:master"});
  CHECK(near("It is bad") == Texts{"error      It is … bad"});
  CHECK(near("zzzz").empty());
  CHECK(near("").empty());
  CHECK(near(std::string(300, 'a')).empty());
}

}  // namespace
}  // namespace zoomc::explain
