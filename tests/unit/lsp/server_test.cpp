#include "lsp/server.h"

#include "support/catch.h"
#include "unit/lsp/session.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;
using namespace zoomc::lsp::test;

namespace {

// Takes out the last line of `kBroken`.
const std::string kMend =
    R"({"range":{"start":{"line":4,"character":0},"end":{"line":5,"character":0}},"text":""})";
const std::string kPosition = R"(,"position":{"line":2,"character":9})";

}  // namespace

TEST_CASE("a client that does not keep to the order is told") {
  MemoryFileSystem files;
  Session session(files);
  CHECK(session.receive({R"({"id":1,"method":"textDocument/hover","params":{}})"}) ==
        Lines{R"("id":1,"error":{"code":-32002,"message":"`initialize` has to come first"}})"});
  CHECK(session.open(kUri, kApp).empty());
  CHECK(session.receive({R"({"id":"i","method":"initialize","params":{"capabilities":{}}})"})
            .size() == 1);
  CHECK(session.receive({R"({"id":2,"method":"initialize","params":{}})"}) ==
        Lines{R"("id":2,"error":{"code":-32600,"message":"the server is already initialized"}})"});
  CHECK(session.receive({R"({"id":3,"method":"$/odd"})"}) ==
        Lines{R"("id":3,"error":{"code":-32601,"message":"unknown method"}})"});
  CHECK(session
            .receive({R"({"method":"$/odd"})", R"({"method":"workspace/odd"})",
                      R"({"id":9,"result":1})"})
            .empty());
  CHECK(session.receive({R"({"id":4,"method":"textDocument/hover"})"}) ==
        Lines{R"("id":4,"error":{"code":-32602,"message":"`textDocument.uri` is needed"}})"});
  CHECK(session.receive({Session::request_of(5, "hover", kPosition)}) ==
        Lines{R"("id":5,"result":null})"});
  CHECK(session.receive({"[]"}) ==
        Lines{R"("id":null,"error":{"code":-32600,"message":"a message is an object"}})"});
  CHECK(session.server().exit_code() == 1);
  CHECK(session.receive({R"({"id":6,"method":"shutdown"})"}) == Lines{R"("id":6,"result":null})"});
  CHECK(session.receive({R"({"id":7,"method":"shutdown"})"}) ==
        Lines{R"("id":7,"error":{"code":-32600,"message":"the server has been shut down"}})"});
  CHECK_FALSE(session.server().is_over());
  CHECK(session.receive({R"({"method":"exit"})", R"({"id":8,"method":"x"})"}).empty());
  CHECK(session.server().is_over());
  CHECK(session.server().exit_code() == 0);
}

TEST_CASE("exit without shutdown is told by the exit code") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  session->receive({R"({"method":"exit"})"});
  CHECK(session->server().is_over());
  CHECK(session->server().exit_code() == 1);
}

TEST_CASE("what the server can do") {
  MemoryFileSystem files;
  Session session(files);
  const Lines reply = session.receive(
      {R"({"id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-32","utf-8","utf-16"]}}}})"});
  CHECK(
      reply ==
      Lines{
          R"("id":1,"result":{"capabilities":{"positionEncoding":"utf-8","textDocumentSync":{"openClose":true,"change":2,"save":{"includeText":false}},)"
          R"("completionProvider":{"resolveProvider":true,"triggerCharacters":[" ",":","-","[","{",",",".","/","\"","#"]},"hoverProvider":true,)"
          R"("codeActionProvider":{"codeActionKinds":["quickfix","source.fixAll.zoomc"]},"definitionProvider":true,"documentSymbolProvider":true,)"
          R"("documentLinkProvider":{"resolveProvider":false}},"serverInfo":{"name":"zoomc","version":"9.9"}}})"});
}

TEST_CASE("findings come at once when a file is opened, and when it has rested after changes") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  CHECK(session->open(kUri, kBroken) == Lines{"app.zoom.yaml@1 unknown-scope:4"});
  for (int version = 2; version < 20; ++version) {
    CHECK(
        session
            ->change(
                kUri,
                R"({"range":{"start":{"line":2,"character":0},"end":{"line":2,"character":0}},"text":"#\n"})",
                version)
            .empty());
    CHECK(session->wait(100).empty());
  }
  CHECK(session->jobs_done == 1);
  CHECK(session->wait(20) == Lines{"app.zoom.yaml@19 unknown-scope:22"});
  CHECK(session->jobs_done == 2);
  CHECK(session->wait(5000).empty());
  CHECK(session->receive({Session::notification_of(
            "didClose", "{\"textDocument\":{\"uri\":\"" + kUri + "\"}}")}) ==
        Lines{"app.zoom.yaml"});
}

TEST_CASE("an analysis of an older text is dropped") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  session->is_slow = true;
  CHECK(session->open(kUri, kBroken).empty());
  CHECK(session->change(kUri, kMend).empty());
  CHECK(session->do_late().empty());
  CHECK(session->wait(200).empty());
  CHECK(session->do_late() == Lines{"app.zoom.yaml@2"});
}

TEST_CASE("a request waits for the analysis of the text it is about") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  session->open(kUri, kBroken);
  session->is_slow = true;
  session->change(kUri, kMend);
  // Somebody waits, so the text is looked at now.
  CHECK(session->receive({Session::request_of(1, "documentLink")}).empty());
  CHECK(session->do_late() == Lines{"app.zoom.yaml@2", R"("id":1,"result":[]})"});
  CHECK(session->receive({Session::request_of(2, "documentLink")}) ==
        Lines{R"("id":2,"result":[]})"});
}

TEST_CASE("a waiting request is cancelled, outdated or left behind") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  session->is_slow = true;
  session->open(kUri, kBroken);
  CHECK(session
            ->receive({Session::request_of(1, "documentLink"),
                       Session::request_of(2, "hover", kPosition)})
            .empty());
  CHECK(session->receive({R"({"method":"$/cancelRequest","params":{"id":1}})"}) ==
        Lines{R"("id":1,"error":{"code":-32800,"message":"cancelled"}})"});
  CHECK(session
            ->receive({R"({"method":"$/cancelRequest","params":{"id":77}})",
                       R"({"method":"$/cancelRequest"})"})
            .empty());
  CHECK(session->change(kUri, kMend) ==
        Lines{R"("id":2,"error":{"code":-32801,"message":"the document has changed"}})"});
  CHECK(session->receive({Session::request_of(3, "documentLink")}).empty());
  CHECK(session->receive({R"({"id":4,"method":"shutdown"})"}) ==
        Lines{R"("id":3,"error":{"code":-32800,"message":"the server is being shut down"}})",
              R"("id":4,"result":null})"});
}

TEST_CASE("a request that is cancelled in the same breath is not begun") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  session->open(kUri, kApp);
  CHECK(
      session->receive({Session::request_of(1, "documentLink"),
                        Session::request_of(2, "documentLink"),
                        R"({"method":"$/cancelRequest","params":{"id":1}})"}) ==
      Lines{R"("id":1,"error":{"code":-32800,"message":"cancelled"}})", R"("id":2,"result":[]})"});
  CHECK(session->receive({R"({"method":"$/cancelRequest","params":{"id":3}})",
                          Session::request_of(3, "documentLink")}) ==
        Lines{R"("id":3,"result":[]})"});
}

TEST_CASE("positions are needed") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  session->open(kUri, kApp);
  for (const std::string& position :
       {std::string(), std::string(R"(,"position":{"line":-1,"character":0})"),
        std::string(R"(,"position":{"line":1.5,"character":0})"),
        std::string(R"(,"position":[])")}) {
    for (const std::string method : {"hover", "completion", "definition"}) {
      CHECK(session->receive({Session::request_of(1, method, position)}) ==
            Lines{R"("id":1,"error":{"code":-32602,"message":"`position` is needed"}})"});
    }
  }
  CHECK(session->receive({Session::request_of(1, "codeAction")}) ==
        Lines{R"("id":1,"error":{"code":-32602,"message":"`range` is needed"}})"});
  CHECK(session->receive({Session::request_of(
            1, "hover", R"(,"position":{"line":4000000000,"character":4000000000})")}) ==
        Lines{R"("id":1,"result":null})"});
}

TEST_CASE("changes that make no sense end a document rather than change another text") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  for (const std::string change : {"3", "{}", R"({"text":3})", R"({"range":{},"text":"x"})"}) {
    session->open(kUri, kApp);
    CHECK(session->change(kUri, change) == Lines{"window/showMessage", "app.zoom.yaml"});
    CHECK(session->receive({Session::request_of(1, "documentLink")}) ==
          Lines{R"("id":1,"result":null})"});
  }
  CHECK(session->change("file:///other.zoom.yaml", kMend).empty());
  CHECK(session->receive({R"({"method":"textDocument/didOpen","params":{"textDocument":{}}})"})
            .empty());
}

TEST_CASE("other files are none of its business") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  CHECK(session->open("file:///apps/docker-compose.yaml", "a: [").empty());
  CHECK(session->open("untitled:Untitled-1", "a: [").empty());
  CHECK(session->open("file:///apps/.zoom.yaml", "a: [").empty());
  CHECK(session->open("file:///apps/x.zoom.yml", "a: [") == Lines{"x.zoom.yml@1 yaml-syntax:0"});
}

TEST_CASE("what an item is about comes when it is asked for") {
  MemoryFileSystem files;
  auto session = Session::running(files);
  const Lines reply = session->receive(
      {R"({"id":1,"method":"completionItem/resolve","params":{"label":"eu","data":{"topic":6,"name":"eu"}}})"});
  CHECK(reply.at(0).starts_with(
      R"("id":1,"result":{"label":"eu","data":{"topic":6,"name":"eu"},"documentation":{"kind":"markdown","value":"```text\neu: the EU region of Unified\n)"));
  for (const std::string data : {"3", "{}", R"({"topic":99,"name":"x"})", R"({"topic":1})",
                                 R"({"topic":1,"name":"no:such"})"}) {
    CHECK(session->receive(
              {R"({"id":1,"method":"completionItem/resolve","params":{"label":"x","data":)" + data +
               "}}"}) == Lines{R"("id":1,"result":{"label":"x","data":)" + data + "}}"});
  }
}

TEST_CASE("an action in the words of the protocol") {
  MemoryFileSystem files;
  auto session =
      Session::running(files, R"({"workspace":{"workspaceEdit":{"documentChanges":true}}})");
  session->open(kUri, "# \U0001F600\n" + kApp +
                          "oauth: {allow_list: [https://api-eu.unified.to/oauth/code, "
                          "https://api-eu.unified.to/oauth/code]}\n");
  const Lines reply = session->receive({Session::request_of(
      1, "codeAction",
      R"(,"range":{"start":{"line":5,"character":70},"end":{"line":5,"character":70}},"context":{"diagnostics":[],"only":["source"]})")});
  CHECK(
      reply ==
      Lines{
          R"("id":1,"result":[{"title":"Make all safe fixes","kind":"source.fixAll.zoomc","edit":{"documentChanges":[{"textDocument":{"uri":"file:///apps/app.zoom.yaml","version":1},)"
          R"("edits":[{"range":{"start":{"line":5,"character":57},"end":{"line":5,"character":95}},"newText":""}]}]}}]})"});
  CHECK(
      session->receive({Session::request_of(
          2, "codeAction",
          R"(,"range":{"start":{"line":5,"character":0},"end":{"line":5,"character":0}},"context":{"only":["refactor"]})")}) ==
      Lines{R"("id":2,"result":[]})"});
}
