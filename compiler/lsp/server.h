#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding_kind.h"
#include "lsp/client.h"
#include "lsp/message.h"
#include "lsp/open_document.h"
#include "lsp/project_settings.h"
#include "lsp/requests.h"
#include "lsp/schema_guide.h"
#include "source/file_system.h"

namespace zoomc::lsp {

struct ServerOptions {
  const Catalog* catalog = nullptr;
  std::span<const Rule> rules;
  std::vector<FindingKind> findings;
  std::string version;
  std::string working_directory;
  // How long a text must rest before it is looked at.
  std::chrono::milliseconds rest{120};
  // Takes a line for whoever looks for trouble; may be empty.
  std::function<void(std::string_view)> log;
};

// The language server without threads, streams and clocks: messages and results of analyses go in,
// messages and jobs come out.
class Server {
 public:
  // `files` must outlive it.
  Server(ServerOptions options, const FileSystem& files);

  // Messages in their order. Those that came together are given together: a request that is
  // cancelled by a later one is not begun.
  void receive(const std::vector<std::string>& bodies, Time now);
  // An analysis is done; it is dropped when the text has changed since.
  void finish(AnalysisResult result);
  // Makes jobs of the documents that have rested.
  void tick(Time now);
  // When `tick` has something to do next.
  std::optional<Time> next_tick() const;

  // What has to be sent, and looked at; each is handed out once.
  std::vector<std::string> take_messages();
  std::vector<AnalysisJob> take_jobs();

  // Whether the client has said `exit`, and how the program ends: 0 after `shutdown`, else 1. Also
  // says how it ends when the client has gone without a word.
  bool is_over() const { return is_over_; }
  int exit_code() const { return state_ == State::shut_down ? 0 : 1; }

 private:
  enum class State : std::uint8_t { fresh, running, shut_down };

  void handle(const Incoming& message, Time now);
  void handle_request(const Incoming& request, Time now);
  void initialize(const Incoming& request);
  void handle_document_request(const Incoming& request, Time now);
  void resolve(const Incoming& request);
  void handle_notification(const Incoming& notification, Time now);
  void register_watch();
  void cancel(const Incoming& notification);

  void open(const json::Value& params, Time now);
  void change(const json::Value& params, Time now);
  void close(const json::Value& params, Time now);
  void refuse_document(const OpenDocument& document);
  bool apply_change(OpenDocument& document, const json::Value& change);
  void settings_changed(Time now);
  void outdate(OpenDocument& document, Time due);
  OpenDocument* find_document(const json::Value& params);

  void answer(const OpenDocument& document, const Incoming& request);
  void answer_waiting(OpenDocument& document);
  void refuse_waiting(OpenDocument& document, ErrorCode code, std::string_view reason);
  void publish(const OpenDocument& document);
  void publish_settings_of(const AppSettings& settings);
  void publish_nothing(std::string_view uri);
  void clear_settings();
  void hide_settings(const std::string& path);

  void send(std::string message) { outbox_.push_back(std::move(message)); }
  void refuse(const Incoming& request, ErrorCode code, std::string_view reason) {
    send(error_message(request.id, code, reason));
  }
  Knowhow knowhow() const;
  std::optional<std::string> open_text(const std::string& path) const;

  ServerOptions options_;
  SchemaGuide app_guide_;
  SchemaGuide settings_guide_;
  Knowledge knowledge_;
  Language app_language_;
  Language settings_language_;
  Client client_;
  State state_ = State::fresh;
  bool is_over_ = false;
  std::uint64_t serial_ = 0;
  // By URI.
  std::map<std::string, OpenDocument, std::less<>> documents_;
  ProjectSettings settings_;
  // The settings files that are not open and have findings shown, by URI, and those.
  std::map<std::string, const LoadedConfig*> shown_settings_;
  std::vector<std::string> outbox_;
  std::vector<AnalysisJob> jobs_;
};

}  // namespace zoomc::lsp
