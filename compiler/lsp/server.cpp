// Handles the messages to a server, in order.
#include "lsp/server.h"

#include "lsp/protocol_json.h"
#include "schema/schemas.h"

namespace zoomc::lsp {
namespace {

const json::Value& params_of(const IncomingMessage& message) {
  static const json::Value kNone(rapidjson::kObjectType);
  return message.params != nullptr && message.params->IsObject() ? *message.params : kNone;
}

// The last place in the batch where each id is cancelled.
std::map<std::string, std::size_t> cancelled_in(const std::vector<IncomingMessage>& messages) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    if (messages[i].method != "$/cancelRequest") continue;
    const json::Value* id = json::find_member(params_of(messages[i]), "id");
    if (id != nullptr) places[id_text(*id)] = i;
  }
  return places;
}

}  // namespace

Server::Server(ServerOptions options, const FileSystem& files)
    : options_(std::move(options)),
      app_guide_(schema::schema_text("app")),
      settings_guide_(schema::schema_text("config")),
      context_{*options_.catalog, options_.findings},
      app_language_{app_guide_, context_},
      settings_language_{settings_guide_, context_},
      settings_(
          files, [this](const std::string& path) { return open_text(path); },
          options_.working_directory, options_.rules) {}

RequestContext Server::knowhow() const {
  return {*options_.catalog, options_.rules, app_language_, settings_language_, client_};
}

std::vector<std::string> Server::take_messages() {
  return std::exchange(outbox_, {});
}

std::vector<AnalysisJob> Server::take_jobs() {
  return std::exchange(jobs_, {});
}

void Server::receive(const std::vector<std::string>& bodies, Time now) {
  std::vector<IncomingMessage> messages;
  messages.reserve(bodies.size());
  for (const std::string& body : bodies) messages.push_back(read_message(body));
  const auto cancelled = cancelled_in(messages);
  for (std::size_t i = 0; i < messages.size() && !is_over_; ++i) {
    const IncomingMessage& message = messages[i];
    const auto place = cancelled.find(message.id);
    const bool is_dropped = state_ == State::running && message.kind == MessageKind::request &&
                            message.method != "shutdown" && place != cancelled.end() &&
                            place->second > i;
    if (is_dropped) {
      refuse(message, ErrorCode::request_cancelled, "cancelled");
    } else {
      handle(message, now);
    }
  }
}

void Server::handle(const IncomingMessage& message, Time now) {
  switch (message.kind) {
    case MessageKind::invalid: refuse(message, message.code, message.error); break;
    case MessageKind::request: handle_request(message, now); break;
    case MessageKind::notification: handle_notification(message, now); break;
    case MessageKind::response: break;
  }
}

void Server::handle_request(const IncomingMessage& request, Time now) {
  const bool is_initialize = request.method == "initialize";
  if (state_ == State::shut_down) {
    refuse(request, ErrorCode::invalid_request, "the server has been shut down");
  } else if (is_initialize && state_ == State::running) {
    refuse(request, ErrorCode::invalid_request, "the server is already initialized");
  } else if (is_initialize) {
    initialize(request);
  } else if (state_ == State::fresh) {
    refuse(request, ErrorCode::server_not_initialized, "`initialize` has to come first");
  } else if (request.method == "shutdown") {
    state_ = State::shut_down;
    for (auto& [uri, document] : documents_) {
      refuse_waiting(document, ErrorCode::request_cancelled, "the server is being shut down");
    }
    send(result_message(request.id, json::Value()));
  } else if (request.method == "completionItem/resolve") {
    resolve(request);
  } else if (find_document_request(request.method) != nullptr) {
    handle_document_request(request, now);
  } else {
    refuse(request, ErrorCode::method_not_found, "unknown method");
  }
}

void Server::initialize(const IncomingMessage& request) {
  client_ = read_client(params_of(request));
  state_ = State::running;
  json::Document reply;
  send(result_message(request.id,
                      server_capabilities(client_, options_.version, reply.GetAllocator())));
}

void Server::resolve(const IncomingMessage& request) {
  json::Document reply;
  const Answer answer = resolve_candidate(knowhow(), params_of(request), reply.GetAllocator());
  send(result_message(request.id, *answer));
}

void Server::handle_document_request(const IncomingMessage& request, Time now) {
  const json::Value* text_document = json::find_member(params_of(request), "textDocument");
  const bool has_uri = text_document != nullptr && text_document->IsObject() &&
                       json::find_member(*text_document, "uri") != nullptr;
  if (!has_uri) {
    refuse(request, ErrorCode::invalid_params, "`textDocument.uri` is needed");
    return;
  }
  OpenDocument* document = find_document(params_of(request));
  if (document == nullptr || document->kind == FileKind::other) {
    send(result_message(request.id, no_answer()));
  } else if (document->is_current() || !find_document_request(request.method)->analysed) {
    answer(*document, request);
  } else {
    if (document->due) document->due = now;
    document->waiting.push_back(request);
  }
}

void Server::answer(const OpenDocument& document, const IncomingMessage& request) {
  json::Document reply;
  const Answer answer = find_document_request(request.method)
                            ->answer(knowhow(), document, params_of(request), reply.GetAllocator());
  if (answer) {
    send(result_message(request.id, *answer));
  } else {
    refuse(request, ErrorCode::invalid_params, answer.error().message);
  }
}

void Server::handle_notification(const IncomingMessage& notification, Time now) {
  const std::string_view method = notification.method;
  if (method == "exit") is_over_ = true;
  if (state_ != State::running) return;
  const json::Value& params = params_of(notification);
  if (method == "initialized") {
    register_watch();
  } else if (method == "textDocument/didOpen") {
    open(params, now);
  } else if (method == "textDocument/didChange") {
    change(params, now);
  } else if (method == "textDocument/didClose") {
    close(params, now);
  } else if (method == "textDocument/didSave" || method == "workspace/didChangeWatchedFiles" ||
             method == "workspace/didChangeConfiguration") {
    settings_changed(now);
  } else if (method == "$/cancelRequest") {
    cancel(notification);
  }
}

void Server::register_watch() {
  if (!client_.watches_files) return;
  json::Document document;
  send(lsp::request(R"("zoomc-watch")", "client/registerCapability",
                    watch_registration(document.GetAllocator())));
}

// A request that waits for an analysis is answered at once.
void Server::cancel(const IncomingMessage& notification) {
  const json::Value* id = json::find_member(params_of(notification), "id");
  if (id == nullptr) return;
  const std::string wanted = id_text(*id);
  for (auto& [uri, document] : documents_) {
    auto& waiting = document.waiting;
    const auto found =
        std::find_if(waiting.begin(), waiting.end(),
                     [&](const IncomingMessage& request) { return request.id == wanted; });
    if (found == waiting.end()) continue;
    refuse(*found, ErrorCode::request_cancelled, "cancelled");
    waiting.erase(found);
    return;
  }
}

}  // namespace zoomc::lsp
