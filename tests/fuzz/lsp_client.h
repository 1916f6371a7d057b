#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "lsp/server.h"
#include "lsp/text_document.h"
#include "support/memory_file_system.h"

namespace zoomc::fuzz {

// A server and a client that knows what each message has to lead to.
class LspClient {
 public:
  // `kind` is the byte of `initialize_message`.
  explicit LspClient(char kind);

  void send(const std::vector<std::string>& bodies);
  void pass_time();
  // Work is left undone from now on, or not any more.
  void toggle_work() { is_idle_ = !is_idle_; }
  // Does what is left, and holds the server to its promises: every request has one answer, and what
  // is shown of each document is what a server says that never saw another text.
  void finish();

 private:
  struct Shown {
    std::string diagnostics;
    std::size_t count = 0;
  };

  void expect(const std::string& body);
  void expect_request(const std::string& id, std::string_view method, const json::Value& params);
  void follow(std::string_view method, const json::Value& params);
  void open(const json::Value& params);
  void change(const json::Value& params);
  bool apply_change(std::string& text, const json::Value& change) const;

  void work();
  void take_messages();
  void take_answer(const json::Value& message);
  void hold_ranges(const json::Value& value, const std::string& text) const;
  void hold_shown(const std::string& uri) const;

  static lsp::ServerOptions options();

  char kind_;
  lsp::Encoding encoding_;
  MemoryFileSystem files_;
  lsp::Server server_;
  lsp::Time now_{};
  bool is_idle_ = false;
  bool is_running_ = false;
  bool is_batch_ = false;
  std::vector<lsp::AnalysisJob> jobs_;
  // By URI.
  std::map<std::string, std::string> texts_;
  std::map<std::string, Shown> shown_;
  // By id, as it stands in a message.
  std::map<std::string, int> asked_;
  std::map<std::string, int> answered_;
  std::map<std::string, std::string> asked_about_;
};

}  // namespace zoomc::fuzz
