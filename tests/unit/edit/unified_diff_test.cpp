#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "edit/apply.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::edit;

namespace {

std::string numbered(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += std::to_string(i) + "\n";
  return text;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
}

std::string read(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// What the real `patch` makes of the diff.
std::string patched(const std::string& before, const std::string& diff) {
  char directory[] = "/tmp/zoomc-diff-XXXXXX";
  REQUIRE(mkdtemp(directory) != nullptr);
  const std::string base = directory;
  write(base + "/a", before);
  write(base + "/d", diff);
  const std::string command = "patch -s --no-backup-if-mismatch " + base + "/a " + base + "/d";
  CHECK(std::system(command.c_str()) == 0);
  std::string text = read(base + "/a");
  CHECK(std::system(("rm -r " + base).c_str()) == 0);
  return text;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  const auto lines = random() % 12;
  for (unsigned i = 0; i < lines; ++i)
    text += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
  if (random() % 3 == 0) text += "end";
  return text;
}

}  // namespace

TEST_CASE("no change has no diff") {
  CHECK(unified_diff("a", "x\n", "x\n").empty());
}

TEST_CASE("a change stands between three lines of context") {
  CHECK(unified_diff("a.yaml", numbered(9), "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a.yaml\n+++ a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes far apart are hunks of their own, near ones share one") {
  std::string far = numbered(20);
  far.replace(far.find("2\n"), 2, "two\n");
  far.replace(far.find("19\n"), 3, "");
  CHECK(unified_diff("a", numbered(20), far) ==
        "--- a\n+++ a\n@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n 4\n 5\n"
        "@@ -16,5 +16,4 @@\n 16\n 17\n 18\n-19\n 20\n");
  std::string near = numbered(9);
  near.replace(near.find("2\n"), 2, "");
  near.replace(near.find("8\n"), 2, "");
  CHECK(unified_diff("a", numbered(9), near) ==
        "--- a\n+++ a\n@@ -1,9 +1,7 @@\n 1\n-2\n 3\n 4\n 5\n 6\n 7\n-8\n 9\n");
}

TEST_CASE("a missing final line break is said") {
  CHECK(unified_diff("a", "x", "y\n") ==
        "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n");
}

TEST_CASE("lines keep their carriage returns") {
  CHECK(unified_diff("a", "x\r\ny\r\n", "x\r\nz\r\n") ==
        "--- a\n+++ a\n@@ -1,2 +1,2 @@\n x\r\n-y\r\n+z\r\n");
}

TEST_CASE("a file that is new or gone") {
  CHECK(unified_diff("a", "", "x\n") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+x\n");
  CHECK(unified_diff("a", "x\n", "") == "--- a\n+++ a\n@@ -1 +0,0 @@\n-x\n");
}

TEST_CASE("the real patch makes the new text of the old") {
  std::mt19937 random(20261123);
  for (int i = 0; i < 150; ++i) {
    const std::string before = random_text(random);
    const std::string after = random_text(random);
    const std::string diff = unified_diff("a", before, after);
    if (diff.empty() || after.empty()) continue;  // `patch` removes a file that becomes empty
    INFO(diff);
    CHECK(patched(before, diff) == after);
  }
}

TEST_CASE("texts with nothing in common are one replacement") {
  const std::string before = numbered(3000);
  std::string after;
  for (int i = 0; i < 3000; ++i) after += "x" + std::to_string(i) + "\n";
  const std::string diff = unified_diff("a", before, after);
  CHECK(diff.starts_with("--- a\n+++ a\n@@ -1,3000 +1,3000 @@\n-1\n-2\n"));
  CHECK(diff.ends_with("+x2999\n"));
}
