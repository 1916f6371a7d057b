#include "lsp/protocol.h"
#include "support/catch.h"

using namespace zoomc::lsp;

namespace {

std::string shown(std::string_view body) {
  const IncomingMessage message = read_message(body);
  const std::string params = message.params == nullptr ? "" : " with params";
  switch (message.kind) {
    case MessageKind::request: return "request " + message.id + " " + message.method + params;
    case MessageKind::notification: return "notification " + message.method + params;
    case MessageKind::response: return "response " + message.id;
    case MessageKind::invalid: break;
  }
  return error_message(message.id, message.code, message.error);
}

}  // namespace

TEST_CASE("messages are told apart") {
  CHECK(shown(R"({"jsonrpc":"2.0","id":1,"method":"a/b","params":{}})") ==
        "request 1 a/b with params");
  CHECK(shown(R"({"id":"x\"y","method":"m","params":[1]})") == R"(request "x\"y" m with params)");
  CHECK(shown(R"({"id":-7,"method":"m","params":null})") == "request -7 m");
  CHECK(shown(R"({"method":"$/x","params":3})") == "notification $/x");
  CHECK(shown(R"({"id":"zoomc-watch","result":null})") == "response \"zoomc-watch\"");
  CHECK(shown(R"({"id":4,"error":{"code":1,"message":"m"}})") == "response 4");
}

TEST_CASE("what is no message is refused under its id") {
  CHECK(
      shown("{") ==
      R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message is not JSON: Missing a name for object member. At byte 1"}})");
  CHECK(
      shown("") ==
      R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message is not JSON: The document is empty. At byte 0"}})");
  CHECK(
      shown("\"\xff\"") ==
      R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message is not JSON: Invalid encoding in string. At byte 1"}})");
  CHECK(
      shown(R"(["a"])") ==
      R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"a message is an object"}})");
  CHECK(
      shown(R"({"id":5})") ==
      R"({"jsonrpc":"2.0","id":5,"error":{"code":-32600,"message":"a message needs a `method`"}})");
  CHECK(
      shown(R"({"id":5,"method":6})") ==
      R"({"jsonrpc":"2.0","id":5,"error":{"code":-32600,"message":"a message needs a `method`"}})");
  CHECK(
      shown(R"({"id":{},"method":"m"})") ==
      R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"the `id` of a request is a number or a string"}})");
  const std::string deep(65, '[');
  CHECK(
      shown(deep) ==
      R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the message nests too deeply"}})");
  CHECK(
      shown("\"[[\\\"" + std::string(100, '[') + "\"") ==
      R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"a message is an object"}})");
}

TEST_CASE("messages that go out") {
  zoomc::json::Document document;
  document.Parse(R"({"a":[1,"ü"]})");
  CHECK(result_message("3", document) == R"({"jsonrpc":"2.0","id":3,"result":{"a":[1,"ü"]}})");
  CHECK(notification("x/y", document) ==
        R"({"jsonrpc":"2.0","method":"x/y","params":{"a":[1,"ü"]}})");
  CHECK(request("\"i\"", "x", document) ==
        R"({"jsonrpc":"2.0","id":"i","method":"x","params":{"a":[1,"ü"]}})");
}
