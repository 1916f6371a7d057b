#include "text/nearest.h"

#include <algorithm>
#include <random>
#include <string>

#include "support/catch.h"

using namespace zoomc;

namespace {

std::string near(std::string_view word, std::vector<std::string_view> candidates) {
  const auto found = nearest(word, candidates);
  return found ? std::string(*found) : "nothing";
}

}  // namespace

TEST_CASE("edit_distance counts each kind of edit as one") {
  CHECK(edit_distance("", "", 5) == 0);
  CHECK(edit_distance("abc", "abc", 5) == 0);
  CHECK(edit_distance("abc", "abxc", 5) == 1);
  CHECK(edit_distance("abxc", "abc", 5) == 1);
  CHECK(edit_distance("abc", "axc", 5) == 1);
  CHECK(edit_distance("abc", "acb", 5) == 1);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("meeting", "metings", 5) == 2);
  // A swapped pair is not edited again: three edits, where the unrestricted distance is two.
  CHECK(edit_distance("ca", "abc", 5) == 3);
}

TEST_CASE("edit_distance folds the case of ASCII letters only") {
  CHECK(edit_distance("REGION", "region", 5) == 0);
  CHECK(edit_distance("Ab", "bA", 5) == 1);
  CHECK(edit_distance("[", "{", 5) == 1);
  CHECK(edit_distance("É", "é", 5) == 1);
}

// Two words that share their beginning are as far apart as what follows it, and a long beginning
// makes them too long for the quick way.
TEST_CASE("edit_distance of short words is that of long ones") {
  std::mt19937 random(7);
  const std::string beginning(100, '=');
  const auto word = [&] {
    std::string letters;
    for (std::size_t size = 1 + random() % 12; size > 0; --size) letters += "abcA"[random() % 4];
    return letters;
  };
  for (int i = 0; i < 5000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t limit = random() % 14;
    INFO(a << " " << b << " " << limit);
    CHECK(edit_distance(a, b, limit) == std::min(edit_distance(beginning + a, beginning + b, limit),
                                                 std::max(a.size(), b.size()) + 1));
  }
  const std::string longest(64, 'a');
  CHECK(edit_distance(longest, longest.substr(1) + "b", 9) == 1);
  CHECK(edit_distance("b" + longest.substr(1), longest, 9) == 1);
}

TEST_CASE("edit_distance stops past its limit") {
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("kitten", "sitting", 1) == 2);
  CHECK(edit_distance("a", "b", 0) == 1);
  CHECK(edit_distance("a", "A", 0) == 0);
  CHECK(edit_distance("short", "a much longer text", 4) == 5);
  CHECK(edit_distance("abc", "xyz", static_cast<std::size_t>(-1)) == 3);
}

TEST_CASE("edit_distance of two long words that share nothing ends soon") {
  const std::string a(1'000'000, 'a');
  const std::string b(1'000'000, 'b');
  CHECK(edit_distance(a, b, 3) == 4);
  CHECK(edit_distance(a, "b", 300'000) == 300'001);
}

TEST_CASE("nearest gives the candidate with the fewest edits") {
  CHECK(near("meetngs", {"users", "meetings", "webinars"}) == "meetings");
  CHECK(near("Regoin", {"region", "platform"}) == "region");
  CHECK(near("recording", {"recordings", "recording"}) == "recording");
  CHECK(near("phone:read:list_call_log:admin",
             {"phone:read:call_log:admin", "phone:read:list_call_logs:admin"}) ==
        "phone:read:list_call_logs:admin");
}

TEST_CASE("among equals nearest takes the first in order") {
  CHECK(near("cat", {"car", "cab", "cut"}) == "car");
  CHECK(near("cat", {"cut", "cab", "car"}) == "cut");
}

TEST_CASE("a third of the longer word may differ, and one letter of a short one") {
  CHECK(near("abcdef", {"abcdxy"}) == "abcdxy");
  CHECK(near("abcdef", {"abcxyz"}) == "nothing");
  CHECK(near("eu", {"au"}) == "au");
  CHECK(near("us", {"uk", "eu"}) == "uk");
}

TEST_CASE("nothing is near when nothing of the word is left") {
  CHECK(near("x", {"y"}) == "nothing");
  CHECK(near("", {"a"}) == "nothing");
  CHECK(near("", {}) == "nothing");
  CHECK(near("word", {}) == "nothing");
  CHECK(near("", {""}).empty());
}

namespace {

std::string kin(std::string_view word, std::vector<std::string_view> candidates) {
  const auto found = nearest_of_product(word, candidates);
  return found ? std::string(*found) : "nothing";
}

}  // namespace

TEST_CASE("the product of a name") {
  CHECK(product_of("meeting:read:admin") == "meeting");
  CHECK(product_of("meeting.started") == "meeting");
  CHECK(product_of("GET /meetings/{meetingId}") == "meetings");
  CHECK(product_of("get /v2/users") == "users");
  CHECK(product_of("https://api.zoom.us/v2/users") == "");
  CHECK(product_of("listMeetings") == "");
}

TEST_CASE("a name is taken for none of another product") {
  CHECK(kin("user:read:list_recordings:admin", {"phone:read:list_recordings:admin"}) == "nothing");
  CHECK(kin("meeting:read:sumary", {"phone:read:sumary", "meeting:read:summary"}) ==
        "meeting:read:summary");
  CHECK(kin("meting:read:summary", {"meeting:read:summary", "phone:read:summary"}) ==
        "meeting:read:summary");
  CHECK(kin("meeting.startd", {"webinar.started", "meeting.started"}) == "meeting.started");
  CHECK(kin("GET /user/{userId}", {"GET /users/{userId}", "GET /rooms/{roomId}"}) ==
        "GET /users/{userId}");
  CHECK(kin("GET /phone/user/{userId}", {"GET /users/{userId}"}) == "nothing");
}

TEST_CASE("what tells a scope is what is compared, not what all have") {
  CHECK(kin("user:read:list_recordings:admin", {"user:read:list_schedulers:admin"}) == "nothing");
  CHECK(kin("user:read:list_schedulrs:admin", {"user:read:list_schedulers:admin"}) ==
        "user:read:list_schedulers:admin");
}

TEST_CASE("a name without a product must be a slip away") {
  CHECK(kin("listMeeting", {"listMeetings", "listWebinars"}) == "listMeetings");
  CHECK(kin("listMeeting", {"listWebinars"}) == "nothing");
}

TEST_CASE("whether a name has all words of another") {
  CHECK(has_all_words("cloud_recording:read:list_user_recordings", "user:read:list_recordings"));
  CHECK_FALSE(has_all_words("phone:read:list_recordings", "user:read:list_recordings"));
  CHECK_FALSE(has_all_words("a", ":"));
}
