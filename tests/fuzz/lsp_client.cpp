#include "lsp_client.h"

#include <algorithm>

#include "catalog/builtin.h"
#include "driver/check.h"
#include "edited_text.h"
#include "hold.h"
#include "lsp/analysis.h"
#include "lsp/protocol_json.h"
#include "lsp_script.h"
#include "rules/registry.h"

namespace zoomc::fuzz {
namespace {

const json::Value* member(const json::Value& object, std::string_view name) {
  return object.IsObject() ? json::find_member(object, name) : nullptr;
}

std::optional<std::string> text_at(const json::Value& object, std::string_view name) {
  const json::Value* value = member(object, name);
  if (value == nullptr || !value->IsString()) return std::nullopt;
  return std::string(json::text_of(*value));
}

std::optional<std::string> uri_in(const json::Value& params) {
  const json::Value* document = member(params, "textDocument");
  return document == nullptr ? std::nullopt : text_at(*document, "uri");
}

json::Document parsed(const std::string& message) {
  json::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(message.data(), message.size());
  if (document.HasParseError() || !document.IsObject()) fail("no JSON object: " + message);
  return document;
}

}  // namespace

lsp::ServerOptions LspClient::options() {
  return {.catalog = &catalog::builtin_catalog(),
          .rules = rules::all_rules(),
          .version = "1",
          .working_directory = "/"};
}

LspClient::LspClient(char kind)
    : kind_(kind),
      encoding_(kind == '8' ? lsp::Encoding::utf8 : lsp::Encoding::utf16),
      server_(options(), files_) {
  send({initialize_message(kind)});
}

void LspClient::send(const std::vector<std::string>& bodies) {
  for (const std::string& body : bodies) expect(body);
  is_batch_ = bodies.size() > 1;
  server_.receive(bodies, now_);
  work();
}

void LspClient::pass_time() {
  now_ += std::chrono::milliseconds(200);
  is_batch_ = false;
  work();
}

void LspClient::expect(const std::string& body) {
  const lsp::IncomingMessage message = lsp::read_message(body);
  static const json::Value kNone(rapidjson::kObjectType);
  const json::Value& params =
      message.params != nullptr && message.params->IsObject() ? *message.params : kNone;
  switch (message.kind) {
    case lsp::MessageKind::invalid: ++asked_[message.id]; break;
    case lsp::MessageKind::request: expect_request(message.id, message.method, params); break;
    case lsp::MessageKind::notification: follow(message.method, params); break;
    case lsp::MessageKind::response: break;
  }
}

void LspClient::expect_request(const std::string& id, std::string_view method,
                               const json::Value& params) {
  ++asked_[id];
  // Other requests speak of no document.
  if (method.starts_with("textDocument/")) asked_about_[id] = uri_in(params).value_or("");
  if (method == "initialize") is_running_ = is_running_ || asked_.size() == 1;
  if (method == "shutdown") is_running_ = false;
}

void LspClient::follow(std::string_view method, const json::Value& params) {
  // Behind `exit` nothing is read; all that is asked of the server then is not to crash.
  if (method == "exit") is_running_ = false;
  if (!is_running_) return;
  if (method == "textDocument/didOpen") open(params);
  if (method == "textDocument/didChange") change(params);
  if (method == "textDocument/didClose") texts_.erase(uri_in(params).value_or(""));
}

void LspClient::open(const json::Value& params) {
  const auto uri = uri_in(params);
  if (!uri) return;
  if (auto text = text_at(*member(params, "textDocument"), "text")) texts_[*uri] = std::move(*text);
}

void LspClient::change(const json::Value& params) {
  const auto found = texts_.find(uri_in(params).value_or(""));
  const json::Value* changes = member(params, "contentChanges");
  if (found == texts_.end() || changes == nullptr || !changes->IsArray()) return;
  for (const json::Value& one : changes->GetArray()) {
    if (apply_change(found->second, one)) continue;
    // What cannot be followed is closed.
    texts_.erase(found);
    return;
  }
}

bool LspClient::apply_change(std::string& text, const json::Value& change) const {
  const auto replacement = text_at(change, "text");
  if (!replacement) return false;
  const json::Value* range = member(change, "range");
  if (range == nullptr) {
    text = *replacement;
    return true;
  }
  const auto read = lsp::read_range(range);
  if (read) text = edited(text, *read, *replacement, encoding_);
  return read.has_value();
}

void LspClient::work() {
  server_.tick(now_);
  for (lsp::AnalysisJob& job : server_.take_jobs()) {
    const auto text = texts_.find(job.uri);
    hold(text != texts_.end(), "only what is open is looked at");
    if (text->second != job.file.text) {
      fail("edits lead to\n<" + job.file.text + ">\nand not to\n<" + text->second + ">");
    }
    jobs_.push_back(std::move(job));
  }
  take_messages();
  if (is_idle_) return;
  for (lsp::AnalysisJob& job : std::exchange(jobs_, {})) {
    server_.finish(lsp::analyse(std::move(job), catalog::builtin_catalog(), rules::all_rules()));
  }
  take_messages();
}

void LspClient::take_messages() {
  for (const std::string& text : server_.take_messages()) {
    const json::Document message = parsed(text);
    const json::Value* method = member(message, "method");
    if (method == nullptr) {
      take_answer(message);
    } else if (json::text_of(*method) == "textDocument/publishDiagnostics") {
      const json::Value& list = *member(message["params"], "diagnostics");
      shown_[*text_at(message["params"], "uri")] = {json::to_pretty_text(list), list.Size()};
    }
  }
}

void LspClient::take_answer(const json::Value& message) {
  const json::Value* id = member(message, "id");
  hold(id != nullptr, "an answer has an id");
  hold((member(message, "result") != nullptr) != (member(message, "error") != nullptr),
       "an answer is a result or an error");
  const std::string name = lsp::id_text(*id);
  ++answered_[name];
  if (answered_[name] > asked_[name]) fail("answered more often than asked: " + name);
  const json::Value* result = member(message, "result");
  const auto text = texts_.find(asked_about_[name]);
  if (result == nullptr || is_batch_ || asked_[name] != 1 || text == texts_.end()) return;
  hold_ranges(*result, text->second);
}

void LspClient::hold_ranges(const json::Value& value, const std::string& text) const {
  if (const auto range = lsp::read_range(&value)) {
    hold(range->start <= range->end, "a range is the right way round");
    hold(has_place(text, range->start, encoding_), "a range begins in the text");
    hold(has_place(text, range->end, encoding_), "a range ends in the text");
  } else if (value.IsObject()) {
    for (const auto& one : value.GetObject()) hold_ranges(one.value, text);
  } else if (value.IsArray()) {
    for (const json::Value& one : value.GetArray()) hold_ranges(one, text);
  }
}

void LspClient::finish() {
  is_idle_ = false;
  pass_time();
  if (server_.is_over()) return;
  if (asked_ != answered_) fail("a request has no answer");
  for (const auto& [uri, text] : texts_) hold_shown(uri);
}

// Settings come first: they decide what is said of an app.
void LspClient::hold_shown(const std::string& uri) const {
  const auto shown = shown_.find(uri);
  if (shown == shown_.end()) return;
  LspClient other(kind_);
  const auto open_there = [&](const std::string& which) {
    json::Document message;
    json::Value document(rapidjson::kObjectType);
    auto& allocator = message.GetAllocator();
    json::add_member(document, "uri", json::make_string(which, allocator), allocator);
    json::add_member(document, "text", json::make_string(texts_.at(which), allocator), allocator);
    json::Value params(rapidjson::kObjectType);
    json::add_member(params, "textDocument", std::move(document), allocator);
    other.send({lsp::notification("textDocument/didOpen", params)});
  };
  for (const auto& [settings, text] : texts_) {
    if (lsp::file_kind(settings) == lsp::FileKind::settings && settings != uri)
      open_there(settings);
  }
  open_there(uri);
  other.pass_time();
  const auto expected = other.shown_.find(uri);
  hold(expected != other.shown_.end(), "a server that never saw another text shows findings too");
  if (expected->second.diagnostics != shown->second.diagnostics) {
    fail("shown\n" + shown->second.diagnostics + "\nand not\n" + expected->second.diagnostics);
  }
  const bool is_alone = texts_.size() == 1 && lsp::file_kind(uri) == lsp::FileKind::app;
  if (!is_alone) return;
  const driver::Checked checked =
      driver::check({std::string(kAppUri), texts_.at(uri)},
                    {.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()});
  hold(shown->second.count == std::min(checked.findings.size(), lsp::kMaxDiagnostics),
       "what is shown are the findings of `check`");
}

}  // namespace zoomc::fuzz
