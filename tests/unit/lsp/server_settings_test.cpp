#include "lsp/server.h"
#include "support/catch.h"
#include "unit/lsp/session.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;
using namespace zoomc::lsp::test;

TEST_CASE("settings count, as they are in the editor, then on the disk, and when they change") {
  MemoryFileSystem files{{"/apps/.zoomc.yaml", "lint: {rules: {unknown-scope: error}}\n"}};
  auto session = Session::running(files);
  const std::string settings = "file:///apps/.zoomc.yaml";
  CHECK(session->open(kUri, kBroken) == Lines{"app.zoom.yaml@1 unknown-scope:4"});
  CHECK(session->open(settings, "lint: {rules: {unknown-scope: off}}\n") ==
        Lines{".zoomc.yaml@1", "app.zoom.yaml@1"});
  CHECK(session->change(settings, R"({"text":"lint: {exclude: [x], rules: {no-such: off}}\n"})")
            .empty());
  CHECK(session->wait(200) == Lines{".zoomc.yaml@2 unknown-rule:0", "app.zoom.yaml@1 settings:0"});
  CHECK(session->change(settings, R"({"text":"lint: {exclude: ['*.zoom.yaml']}\n"})", 3).empty());
  CHECK(session->wait(200) == Lines{".zoomc.yaml@3", "app.zoom.yaml@1"});
  CHECK(session->receive({Session::notification_of(
            "didClose", "{\"textDocument\":{\"uri\":\"" + settings + "\"}}")}) ==
        Lines{".zoomc.yaml", "app.zoom.yaml@1 unknown-scope:4"});
  files.put("/apps/.zoomc.yaml", "lint: {rules: {unknown-scope: off}}\n");
  CHECK(session->receive(
            {R"({"method":"workspace/didChangeWatchedFiles","params":{"changes":[]}})"}) ==
        Lines{"app.zoom.yaml@1"});
  files.remove("/apps/.zoomc.yaml");
  CHECK(session->receive({Session::notification_of(
            "didSave", "{\"textDocument\":{\"uri\":\"" + kUri + "\"}}")}) ==
        Lines{"app.zoom.yaml@1 unknown-scope:4"});
}

TEST_CASE("mistakes in settings are shown where they are, also when those are not open") {
  MemoryFileSystem files{{"/apps/.zoomc.yaml", "lint: {rules: {no-such: off}}\n"}};
  auto session = Session::running(files);
  const std::string other = "file:///apps/b.zoom.yaml";
  CHECK(session->open(kUri, kBroken) ==
        Lines{"app.zoom.yaml@1 settings:0", ".zoomc.yaml unknown-rule:0"});
  CHECK(session->open(other, kApp + "stge: x\n") ==
        Lines{"b.zoom.yaml@1 settings:0 unknown-key:4"});
  files.put("/apps/.zoomc.yaml", "lint: {}\n");
  CHECK(session->receive(
            {R"({"method":"workspace/didChangeWatchedFiles","params":{"changes":[]}})"}) ==
        Lines{"app.zoom.yaml@1 unknown-scope:4", "b.zoom.yaml@1 unknown-key:4", ".zoomc.yaml"});
  files.put("/apps/.zoomc.yaml", "lint: {rules: {no-such: off}}\n");
  session->receive({R"({"method":"workspace/didChangeWatchedFiles","params":{"changes":[]}})"});
  session->receive(
      {Session::notification_of("didClose", "{\"textDocument\":{\"uri\":\"" + other + "\"}}")});
  CHECK(session->receive({Session::notification_of(
            "didClose", "{\"textDocument\":{\"uri\":\"" + kUri + "\"}}")}) ==
        Lines{"app.zoom.yaml", ".zoomc.yaml"});
}

TEST_CASE("a client that can is asked to watch settings") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  CHECK(session->receive({R"({"method":"initialized"})"}).empty());
  session = Session::running(
      files, R"({"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}})");
  CHECK(session->receive({R"({"method":"initialized"})"}) == Lines{"client/registerCapability"});
}
