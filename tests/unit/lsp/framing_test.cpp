#include "lsp/protocol.h"
#include "support/catch.h"

using namespace zoomc::lsp;

namespace {

// All messages of a stream that comes in pieces of that many bytes, and the fault if there is one.
std::vector<std::string> read_all(const std::string& stream, std::size_t piece) {
  FrameReader reader;
  std::vector<std::string> bodies;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    reader.feed(std::string_view(stream).substr(at, piece));
    while (auto body = reader.next()) bodies.push_back(*body);
  }
  if (!reader.fault().empty()) bodies.push_back("fault: " + reader.fault());
  return bodies;
}

using Bodies = std::vector<std::string>;

}  // namespace

TEST_CASE("messages come out whole however the stream is cut") {
  const std::string stream =
      frame("{}") + "Content-Type: x; charset=utf-8\r\ncontent-length:3\r\n\r\nabc" +
      "Content-Length: 0\r\n\r\n" + "Content-Length: 4\n\nlast" + "Content-Length: 9\r\n\r\nnot ye";
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 1000U}) {
    CHECK(read_all(stream, piece) == Bodies{"{}", "abc", "", "last"});
  }
  CHECK(frame("ü") == "Content-Length: 2\r\n\r\nü");
}

TEST_CASE("a header that is none ends the stream and says why") {
  struct Row {
    std::string stream;
    std::string fault;
  };
  for (const Row& row : std::vector<Row>{
           {"\r\n", "a message has no `Content-Length`"},
           {"Content-Type: x\r\n\r\n{}", "a message has no `Content-Length`"},
           {"hello\n", "`hello` is not a header line"},
           {"Content-Length: -1\r\n\r\n", "the `Content-Length` `-1` is not a number of bytes"},
           {"Content-Length:\r\n\r\n", "the `Content-Length` `` is not a number of bytes"},
           {"Content-Length: 1x\r\n\r\n", "the `Content-Length` `1x` is not a number of bytes"},
           {"Content-Length: 0x10\r\n\r\n", "the `Content-Length` `0x10` is not a number of bytes"},
           {"Content-Length: 67108865\r\n\r\n",
            "a message of `67108865` bytes is larger than the limit of 67108864"},
           {"Content-Length: 99999999999999999999999\r\n\r\n",
            "a message of `99999999999999999999999` bytes is larger than the limit of 67108864"},
           {"Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "a message has two different `Content-Length`s"},
           {std::string(5000, 'a'), "the header of a message is longer than 4096 bytes"},
       }) {
    INFO(row.stream.substr(0, 60));
    for (const std::size_t piece : {1U, 10'000U}) {
      CHECK(read_all(row.stream, piece) == Bodies{"fault: " + row.fault});
    }
  }
  // What came before it was taken, what comes behind it is not.
  CHECK(read_all(frame("{}") + "x\n" + frame("{}"), 1000) ==
        Bodies{"{}", "fault: `x` is not a header line"});
}
