#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "diagnostics/finding_kind.h"
#include "lsp/analysis.h"
#include "lsp/client.h"
#include "lsp/hover.h"
#include "lsp/protocol.h"
#include "lsp/schema_guide.h"
#include "lsp/text_document.h"
#include "source/file_system.h"

namespace zoomc::lsp {

using Time = std::chrono::steady_clock::time_point;

// A document that the client has open.
struct OpenDocument {
  std::string uri;
  // Absolute and without `.` and `..`; empty for a URI that is not a file.
  std::string path;
  FileKind kind = FileKind::other;
  std::optional<std::int64_t> version;
  TextDocument text;
  // Incremented whenever an analysis made so far would be wrong.
  std::uint64_t serial = 0;
  // When the text is to be looked at; nothing while that is done or being done.
  std::optional<Time> due;
  // The last analysis, perhaps of an older text.
  std::optional<AnalysisResult> last;
  // The last one in which the text was an app; null when it never was.
  std::shared_ptr<const driver::Checked> last_app;
  // Requests that need an analysis of the text as it is.
  std::vector<IncomingMessage> waiting;

  bool is_current() const { return last && last->serial == serial; }
};

// The data that answers are made from.
struct RequestContext {
  const catalog::Catalog& catalog;
  std::span<const lint::Rule> rules;
  const SchemaContext& app;
  const SchemaContext& settings;
  const Client& client;
};

// The fault of a request's `params`.
struct BadParams {
  std::string message;
};
using Answer = tl::expected<json::Value, BadParams>;

// A request on a document. `analysed`: it needs an analysis of the text as it is.
struct DocumentRequest {
  std::string_view method;
  bool analysed;
  Answer (*answer)(const RequestContext&, const OpenDocument&, const json::Value& params,
                   json::Allocator&);
};

// Null if the method is not such a request.
const DocumentRequest* find_document_request(std::string_view method);

// The answer where nothing is known of the document.
json::Value no_answer();

// `completionItem/resolve`: the item with what there is to say about it.
Answer resolve_candidate(const RequestContext& knowhow, const json::Value& item,
                         json::Allocator& allocator);

struct ServerOptions {
  const catalog::Catalog* catalog = nullptr;
  std::span<const lint::Rule> rules;
  std::vector<FindingKind> findings;
  std::string version;
  std::string working_directory;
  // How long a text must be unchanged before it is checked.
  std::chrono::milliseconds rest{120};
  // Takes a line of the log, for debugging the server; may be empty.
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

  // The messages to send and the jobs to run; each is returned once.
  std::vector<std::string> take_messages();
  std::vector<AnalysisJob> take_jobs();

  // True if the client has said `exit`, and how the program ends: 0 after `shutdown`, else 1. Also
  // says how it ends when the client has gone without a word.
  bool is_over() const { return is_over_; }
  int exit_code() const { return state_ == State::shut_down ? 0 : 1; }

 private:
  enum class State : std::uint8_t { fresh, running, shut_down };

  void handle(const IncomingMessage& message, Time now);
  void handle_request(const IncomingMessage& request, Time now);
  void initialize(const IncomingMessage& request);
  void handle_document_request(const IncomingMessage& request, Time now);
  void resolve(const IncomingMessage& request);
  void handle_notification(const IncomingMessage& notification, Time now);
  void register_watch();
  void cancel(const IncomingMessage& notification);

  void open(const json::Value& params, Time now);
  void change(const json::Value& params, Time now);
  void close(const json::Value& params, Time now);
  void refuse_document(const OpenDocument& document);
  bool apply_change(OpenDocument& document, const json::Value& change);
  void settings_changed(Time now);
  void invalidate(OpenDocument& document, Time due);
  OpenDocument* find_document(const json::Value& params);

  void answer(const OpenDocument& document, const IncomingMessage& request);
  void answer_waiting(OpenDocument& document);
  void refuse_waiting(OpenDocument& document, ErrorCode code, std::string_view reason);
  void publish(const OpenDocument& document);
  void publish_settings_of(const AppSettings& settings);
  void publish_nothing(std::string_view uri);
  void clear_settings();
  void hide_settings(const std::string& path);

  void send(std::string message) { outbox_.push_back(std::move(message)); }
  void refuse(const IncomingMessage& request, ErrorCode code, std::string_view reason) {
    send(error_message(request.id, code, reason));
  }
  RequestContext knowhow() const;
  std::optional<std::string> open_text(const std::string& path) const;

  ServerOptions options_;
  SchemaGuide app_guide_;
  SchemaGuide settings_guide_;
  explain::ExplainContext context_;
  SchemaContext app_language_;
  SchemaContext settings_language_;
  Client client_;
  State state_ = State::fresh;
  bool is_over_ = false;
  std::uint64_t serial_ = 0;
  // By URI.
  std::map<std::string, OpenDocument, std::less<>> documents_;
  ProjectSettings settings_;
  // The settings files that are not open and have findings shown, by URI, and those.
  std::map<std::string, const driver::LoadedConfig*> shown_settings_;
  std::vector<std::string> outbox_;
  std::vector<AnalysisJob> jobs_;
};

// Serves the client that writes to the descriptor `input`, until it says `exit`, closes its end, or
// sends something that is not a message. `write` sends all of some bytes, false when the client has
// gone. Answers the exit code: 0 after `shutdown`, else 1.
int serve(const ServerOptions& options, const FileSystem& files, int input,
          const std::function<bool(std::string_view)>& write);

}  // namespace zoomc::lsp
