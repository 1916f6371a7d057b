// A script of what a client does (`lsp_script.h`), or behind an `F` a stream of bytes: the server
// does not crash, gives every request one answer, follows the texts, and shows what `check` finds
// in them; what it sends is whole messages.
#include <unistd.h>

#include "catalog/builtin.h"
#include "hold.h"
#include "lsp/protocol.h"
#include "lsp/server.h"
#include "lsp_client.h"
#include "lsp_script.h"
#include "rules/registry.h"
#include "source/descriptor.h"
#include "source/streams.h"

namespace zoomc::fuzz {
namespace {

// The messages of a stream that comes in pieces of `size` bytes, and the fault that ends it.
std::vector<std::string> messages_of(std::string_view stream, std::size_t size) {
  lsp::FrameReader reader;
  std::vector<std::string> messages;
  for (std::size_t at = 0; at < stream.size() && reader.fault().empty(); at += size) {
    reader.feed(stream.substr(at, size));
    while (auto message = reader.next()) messages.push_back(*std::move(message));
  }
  messages.push_back(reader.fault());
  return messages;
}

std::string served(std::string_view stream) {
  int ends[2] = {-1, -1};
  hold(::pipe(ends) == 0, "there is a pipe");
  const Descriptor read_end(ends[0]);
  {
    const Descriptor write_end(ends[1]);
    // A pipe takes 64 KiB; nobody reads yet.
    hold(write_all(write_end.get(), stream.substr(0, 65536)) == 0, "the pipe takes the stream");
  }
  const MemoryFileSystem files;
  std::string sent;
  lsp::serve({.catalog = &catalog::builtin_catalog(),
              .rules = rules::all_rules(),
              .version = "1",
              .working_directory = "/"},
             files, read_end.get(), [&sent](std::string_view bytes) {
               sent += bytes;
               return true;
             });
  return sent;
}

void hold_stream(std::string_view stream) {
  const auto messages = messages_of(stream, stream.size());
  hold(messages_of(stream, 1) == messages, "bytes one by one are the same messages");
  hold(messages_of(stream, 7) == messages, "pieces are the same messages");
  const std::string sent = served(stream);
  std::string framed;
  for (const std::string& message : messages_of(sent, sent.size())) {
    if (message.empty()) continue;
    const lsp::IncomingMessage read = lsp::read_message(message);
    hold(read.kind != lsp::MessageKind::invalid, "what is sent is a message");
    framed += lsp::frame(message);
  }
  hold(framed == sent, "what is sent is whole messages");
}

void run_script(std::string_view script) {
  LspClient client(script.empty() ? '1' : script.front());
  std::vector<std::string> batch;
  bool is_together = false;
  for (Step& step : read_script(script.substr(std::min<std::size_t>(1, script.size())))) {
    if (!step.body.empty()) {
      batch.push_back(std::move(step.body));
    } else if (step.kind == 'b') {
      is_together = !is_together;
    } else if (step.kind == 'j') {
      client.toggle_work();
    } else {
      client.pass_time();
    }
    if (is_together || batch.empty()) continue;
    client.send(std::exchange(batch, {}));
  }
  if (!batch.empty()) client.send(batch);
  client.finish();
}

}  // namespace
}  // namespace zoomc::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = zoomc::fuzz::text_of(data, size);
  if (text.starts_with("F") && text.size() > 1) {
    zoomc::fuzz::hold_stream(std::string_view(text).substr(1));
  } else {
    zoomc::fuzz::run_script(text);
  }
  return 0;
}
