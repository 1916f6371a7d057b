#include "config/glob.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::config;

TEST_CASE("a pattern matches a whole name, and * anything") {
  CHECK(matches_pattern("eu", "eu"));
  CHECK_FALSE(matches_pattern("eu", "eu2"));
  CHECK_FALSE(matches_pattern("eu", "EU"));
  CHECK(matches_pattern("*:delete:*", "meeting:delete:meeting:admin"));
  CHECK_FALSE(matches_pattern("*:delete:*", "meeting:read:meeting:admin"));
  CHECK(matches_pattern("*.delete", "meetings.delete"));
  CHECK(matches_pattern("DELETE *", "DELETE /users/{userId}"));
  CHECK(matches_pattern("*", ""));
  CHECK(matches_pattern("", ""));
  CHECK_FALSE(matches_pattern("", "a"));
  CHECK(matches_pattern("a*b*c", "a-b-b-c"));
  CHECK_FALSE(matches_pattern("a*b*c", "a-b-b"));
  CHECK(matches_pattern("**:admin", "user:read:admin"));
  // A `?` is itself.
  CHECK_FALSE(matches_pattern("e?", "eu"));
}

TEST_CASE("a pattern takes no time out of proportion") {
  std::string pattern;
  for (int i = 0; i < 66; ++i) pattern += "*a*";
  CHECK_FALSE(matches_pattern(pattern + "b", std::string(1000, 'a')));
}

TEST_CASE("a glob without a slash matches at any depth") {
  CHECK(matches_glob("*.draft.zoom.yaml", "crm.draft.zoom.yaml"));
  CHECK(matches_glob("*.draft.zoom.yaml", "apps/old/crm.draft.zoom.yaml"));
  CHECK_FALSE(matches_glob("*.draft.zoom.yaml", "crm.zoom.yaml"));
  CHECK(matches_glob("crm.zoom.yaml", "apps/crm.zoom.yaml"));
  CHECK_FALSE(matches_glob("crm", "apps/crm.zoom.yaml"));
  CHECK(matches_glob("cr?.zoom.yaml", "crm.zoom.yaml"));
  CHECK(matches_glob("cr?.zoom.yaml", "cré.zoom.yaml"));
  CHECK_FALSE(matches_glob("cr?.zoom.yaml", "cr.zoom.yaml"));
}

TEST_CASE("a glob with a slash is anchored") {
  CHECK(matches_glob("/crm.zoom.yaml", "crm.zoom.yaml"));
  CHECK_FALSE(matches_glob("/crm.zoom.yaml", "apps/crm.zoom.yaml"));
  CHECK(matches_glob("apps/*.zoom.yaml", "apps/crm.zoom.yaml"));
  CHECK_FALSE(matches_glob("apps/*.zoom.yaml", "old/apps/crm.zoom.yaml"));
  CHECK_FALSE(matches_glob("apps/*.zoom.yaml", "apps/old/crm.zoom.yaml"));
  CHECK(matches_glob("./apps/*.zoom.yaml", "apps/crm.zoom.yaml"));
}

TEST_CASE("a directory takes in all that is below it") {
  CHECK(matches_glob("vendor", "vendor/a/crm.zoom.yaml"));
  CHECK(matches_glob("vendor/", "libs/vendor/a/crm.zoom.yaml"));
  CHECK(matches_glob("libs/vendor", "libs/vendor/crm.zoom.yaml"));
  CHECK_FALSE(matches_glob("/vendor", "libs/vendor/crm.zoom.yaml"));
  // Only as a directory.
  CHECK_FALSE(matches_glob("crm.zoom.yaml/", "crm.zoom.yaml"));
  CHECK_FALSE(matches_glob("vendor/", "vendors/crm.zoom.yaml"));
}

TEST_CASE("two stars are any directories") {
  CHECK(matches_glob("**/old/*.yaml", "old/a.yaml"));
  CHECK(matches_glob("**/old/*.yaml", "x/y/old/a.yaml"));
  CHECK(matches_glob("apps/**/a.yaml", "apps/a.yaml"));
  CHECK(matches_glob("apps/**/a.yaml", "apps/x/y/a.yaml"));
  CHECK_FALSE(matches_glob("apps/**/a.yaml", "other/x/a.yaml"));
  CHECK(matches_glob("apps/**", "apps/x/a.yaml"));
  // What is inside, not the thing itself.
  CHECK_FALSE(matches_glob("apps/**", "apps"));
  CHECK(matches_glob("**", "a.yaml"));
  CHECK(matches_glob("a**c.yaml", "abbc.yaml"));
  CHECK(matches_glob("**/a/**/b/c.yaml", "a/x/b/y/b/c.yaml"));
}

TEST_CASE("globs that match nothing") {
  for (const char* glob : {"", "/", "./", "!a.yaml"}) {
    INFO(glob);
    CHECK_FALSE(matches_glob(glob, "a.yaml"));
  }
  CHECK_FALSE(matches_glob("a", ""));
}

TEST_CASE("any of several globs") {
  const std::vector<std::string> globs{"vendor/", "*.draft.zoom.yaml"};
  CHECK(matches_any_glob(globs, "vendor/a.zoom.yaml"));
  CHECK(matches_any_glob(globs, "a.draft.zoom.yaml"));
  CHECK_FALSE(matches_any_glob(globs, "a.zoom.yaml"));
  CHECK_FALSE(matches_any_glob({}, "a.zoom.yaml"));
}

TEST_CASE("a glob takes no time out of proportion") {
  std::string glob;
  std::string path;
  for (int i = 0; i < 60; ++i) {
    glob += "**/*a*a*a*/";
    path += std::string(60, 'a') + "/";
  }
  CHECK_FALSE(matches_glob(glob + "b", path + "c"));
}
