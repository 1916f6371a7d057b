#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catalog/builtin.h"
#include "lsp/server.h"
#include "rules/registry.h"
#include "support/memory_file_system.h"
#include "unit/lsp/support.h"

namespace zoomc::lsp::test {

using Lines = std::vector<std::string>;

inline const std::string kUri = "file:///apps/app.zoom.yaml";
inline const std::string kApp =
    "zoomc: 1\napp: {name: Acme, purpose: x}\nregion: eu\nstage: testing\n";
inline const std::string kBroken = kApp + "extra_scopes: [everything]\n";

// A server with a client at the other end, and a clock that the test winds.
class Session {
 public:
  explicit Session(MemoryFileSystem& files)
      : server_({.catalog = &catalog::builtin_catalog(),
                 .rules = rules::all_rules(),
                 .findings = zoomc::test::rule_kinds(),
                 .version = "9.9",
                 .working_directory = "/"},
                files) {}

  static std::unique_ptr<Session> running(MemoryFileSystem& files,
                                          const std::string& capabilities = "{}") {
    auto session = std::make_unique<Session>(files);
    session->receive(
        {R"({"id":0,"method":"initialize","params":{"capabilities":)" + capabilities + "}}"});
    session->server().take_messages();
    return session;
  }

  Server& server() { return server_; }
  Lines receive(const std::vector<std::string>& bodies) {
    server_.receive(bodies, now_);
    return work();
  }
  Lines wait(int milliseconds) {
    now_ += std::chrono::milliseconds(milliseconds);
    return work();
  }
  Lines open(const std::string& uri, const std::string& text, int version = 1) {
    return receive({notification_of("didOpen", "{\"textDocument\":{\"uri\":" + quote(uri) +
                                                   ",\"version\":" + std::to_string(version) +
                                                   ",\"text\":" + quote(text) + "}}")});
  }
  Lines change(const std::string& uri, const std::string& changes, int version = 2) {
    return receive({change_of(uri, changes, version)});
  }
  static std::string change_of(const std::string& uri, const std::string& changes, int version) {
    return notification_of("didChange", "{\"textDocument\":{\"uri\":" + quote(uri) +
                                            ",\"version\":" + std::to_string(version) +
                                            "},\"contentChanges\":[" + changes + "]}");
  }
  static std::string notification_of(const std::string& method, const std::string& params) {
    return R"({"jsonrpc":"2.0","method":"textDocument/)" + method + R"(","params":)" + params + "}";
  }
  static std::string request_of(int id, const std::string& method, const std::string& rest = "") {
    return R"({"jsonrpc":"2.0","id":)" + std::to_string(id) + R"(,"method":"textDocument/)" +
           method + R"(","params":{"textDocument":{"uri":)" + quote(kUri) + "}" + rest + "}}";
  }
  static std::string quote(const std::string& text) {
    const json::Value value(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    std::string quoted = json::to_pretty_text(value);
    quoted.pop_back();
    return quoted;
  }

  // Whether the jobs are left undone.
  bool is_slow = false;
  std::size_t jobs_done = 0;

 private:
  // Does what there is to do and gives what was sent, shortened to what the test is about.
  Lines work() {
    server_.tick(now_);
    for (AnalysisJob& job : server_.take_jobs()) {
      if (is_slow) {
        late_.push_back(std::move(job));
        continue;
      }
      ++jobs_done;
      server_.finish(analyse(std::move(job), catalog::builtin_catalog(), rules::all_rules()));
    }
    Lines lines;
    for (const std::string& message : server_.take_messages()) lines.push_back(shown(message));
    return lines;
  }

  static std::string shown(const std::string& body) {
    json::Document message;
    message.Parse(body.data(), body.size());
    const json::Value* method = json::find_member(message, "method");
    if (method == nullptr) return body.substr(std::string(R"({"jsonrpc":"2.0",)").size());
    if (json::text_of(*method) != "textDocument/publishDiagnostics") {
      return std::string(json::text_of(*method));
    }
    const json::Value& params = message["params"];
    std::string text = params["uri"].GetString();
    text = text.substr(text.rfind('/') + 1);
    if (params.HasMember("version")) text += "@" + std::to_string(params["version"].GetInt());
    for (const json::Value& one : params["diagnostics"].GetArray()) {
      if (one["severity"].GetInt() == 4) continue;
      text += std::string(" ") + one["code"].GetString() + ":" +
              std::to_string(one["range"]["start"]["line"].GetInt());
    }
    return text;
  }

 public:
  Lines do_late() {
    for (AnalysisJob& job : std::exchange(late_, {})) {
      server_.finish(analyse(std::move(job), catalog::builtin_catalog(), rules::all_rules()));
    }
    Lines lines;
    for (const std::string& message : server_.take_messages()) lines.push_back(shown(message));
    return lines;
  }

 private:
  Server server_;
  Time now_{};
  std::vector<AnalysisJob> late_;
};

}  // namespace zoomc::lsp::test
