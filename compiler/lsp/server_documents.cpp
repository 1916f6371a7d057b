// The client's documents in a server, and the notifications that it sends about them.
#include <algorithm>
#include <filesystem>
#include <fmt/core.h>

#include "json/value.h"
#include "lsp/protocol.h"
#include "lsp/protocol_json.h"
#include "lsp/server.h"
#include "render/report_names.h"
#include "secrets/hiding.h"
#include "text/quote.h"

namespace zoomc::lsp {
namespace {

const json::Value* find_object(const json::Value& params, std::string_view name) {
  const json::Value* value = json::find_member(params, name);
  return value != nullptr && value->IsObject() ? value : nullptr;
}

std::optional<std::string> read_string(const json::Value& object, std::string_view name) {
  const json::Value* value = json::find_member(object, name);
  if (value == nullptr || !value->IsString()) return std::nullopt;
  return std::string(json::text_of(*value));
}

std::optional<std::int64_t> read_version(const json::Value& document) {
  const json::Value* version = json::find_member(document, "version");
  if (version == nullptr || !version->IsInt64()) return std::nullopt;
  return version->GetInt64();
}

std::string normal_path(std::string_view uri) {
  const auto path = path_of_uri(uri);
  return path ? std::filesystem::path(*path).lexically_normal().string() : std::string();
}

// The name of the file in answers; the client already knows its directory.
std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

// Why the linter did not run, for the first line of an app.
Diagnostic settings_trouble(const AppSettings& settings) {
  Diagnostic found{.id = "settings", .severity = Severity::error};
  found.message = settings.error.empty()
                      ? fmt::format("{} has errors, so no linter rule has run",
                                    in_backticks(settings.project.loaded->file.path))
                      : fmt::format("{}, so no linter rule has run", settings.error);
  return found;
}

}  // namespace

std::optional<std::string> Server::open_text(const std::string& path) const {
  for (const auto& [uri, document] : documents_) {
    if (document.kind == FileKind::settings && document.path == path) return document.text.text();
  }
  return std::nullopt;
}

OpenDocument* Server::find_document(const json::Value& params) {
  const json::Value* identifier = find_object(params, "textDocument");
  if (identifier == nullptr) return nullptr;
  const auto uri = read_string(*identifier, "uri");
  if (!uri) return nullptr;
  const auto found = documents_.find(*uri);
  return found == documents_.end() ? nullptr : &found->second;
}

void Server::open(const json::Value& params, Time now) {
  const json::Value* item = find_object(params, "textDocument");
  if (item == nullptr) return;
  auto uri = read_string(*item, "uri");
  auto text = read_string(*item, "text");
  if (!uri || !text) return;
  if (const auto old = documents_.find(*uri); old != documents_.end()) {
    refuse_waiting(old->second, ErrorCode::content_modified, "the document was opened again");
    documents_.erase(old);
  }
  const std::string path = normal_path(*uri);
  OpenDocument document{.uri = *uri,
                        .path = path,
                        .kind = file_kind(path),
                        .version = read_version(*item),
                        .text = TextDocument(*std::move(text), client_.encoding)};
  OpenDocument& added = documents_.emplace(*uri, std::move(document)).first->second;
  invalidate(added, now);
  if (added.kind != FileKind::settings) return;
  hide_settings(path);
  settings_changed(now);
}

void Server::change(const json::Value& params, Time now) {
  OpenDocument* document = find_document(params);
  const json::Value* changes = json::find_member(params, "contentChanges");
  if (document == nullptr || changes == nullptr || !changes->IsArray()) return;
  document->version = read_version(*find_object(params, "textDocument"));
  refuse_waiting(*document, ErrorCode::content_modified, "the document has changed");
  for (const json::Value& one : changes->GetArray()) {
    if (apply_change(*document, one)) continue;
    // The text here would differ from the client's text from now on.
    refuse_document(*document);
    close(params, now);
    return;
  }
  invalidate(*document, now + options_.rest);
  if (document->kind == FileKind::settings) settings_changed(now + options_.rest);
}

void Server::refuse_document(const OpenDocument& document) {
  constexpr std::uint32_t kError = 1;
  json::Document message;
  json::Object params(message.GetAllocator());
  params.put("type", kError)
      .put("message",
           fmt::format("zoomc cannot apply the changes to {}; close the file and open it again",
                       in_backticks(document.path)));
  send(notification("window/showMessage", params.take()));
}

bool Server::apply_change(OpenDocument& document, const json::Value& change) {
  if (!change.IsObject()) return false;
  auto text = read_string(change, "text");
  if (!text) return false;
  const json::Value* range_value = json::find_member(change, "range");
  if (range_value == nullptr) return document.text.replace_all(*std::move(text));
  const auto range = read_range(range_value);
  return range && document.text.replace(*range, *text);
}

void Server::close(const json::Value& params, Time now) {
  OpenDocument* document = find_document(params);
  if (document == nullptr) return;
  refuse_waiting(*document, ErrorCode::content_modified, "the document was closed");
  const bool was_settings = document->kind == FileKind::settings;
  if (document->kind != FileKind::other) publish_nothing(document->uri);
  if (was_settings) hide_settings(document->path);
  documents_.erase(documents_.find(document->uri));
  if (was_settings) settings_changed(now);
  clear_settings();
}

// Every app is looked at again: which settings are whose is found out then.
void Server::settings_changed(Time now) {
  for (auto& [uri, document] : documents_) {
    if (document.kind == FileKind::app) invalidate(document, now);
  }
}

void Server::invalidate(OpenDocument& document, Time due) {
  if (document.kind == FileKind::other) return;
  document.serial = ++serial_;
  document.due = due;
}

std::optional<Time> Server::next_tick() const {
  std::optional<Time> next;
  for (const auto& [uri, document] : documents_) {
    if (document.due && (!next || *document.due < *next)) next = document.due;
  }
  return next;
}

void Server::tick(Time now) {
  for (auto& [uri, document] : documents_) {
    if (!document.due || *document.due > now) continue;
    document.due.reset();
    AnalysisJob job{.uri = uri,
                    .serial = document.serial,
                    .kind = document.kind,
                    .file = {file_name(document.path), document.text.text()}};
    if (document.kind == FileKind::app) job.settings = settings_.find(document.path);
    jobs_.push_back(std::move(job));
  }
}

void Server::finish(AnalysisResult result) {
  const auto found = documents_.find(result.uri);
  if (found == documents_.end() || found->second.serial != result.serial) return;
  OpenDocument& document = found->second;
  if (result.checked->is_app) document.last_app = result.checked;
  document.last = std::move(result);
  publish(document);
  clear_settings();
  answer_waiting(document);
}

void Server::answer_waiting(OpenDocument& document) {
  for (const IncomingMessage& request : std::exchange(document.waiting, {}))
    answer(document, request);
}

void Server::refuse_waiting(OpenDocument& document, ErrorCode code, std::string_view reason) {
  for (const IncomingMessage& request : std::exchange(document.waiting, {})) {
    refuse(request, code, reason);
  }
}

void Server::publish(const OpenDocument& document) {
  const AnalysisResult& result = *document.last;
  std::vector<Diagnostic> with_trouble;
  const std::vector<Diagnostic>* findings = &result.checked->findings;
  if (!result.settings.usable()) {
    with_trouble.push_back(settings_trouble(result.settings));
    with_trouble.insert(with_trouble.end(), findings->begin(), findings->end());
    findings = &with_trouble;
  }
  json::Document message;
  const SourceFile& file = result.checked->analysis->file;
  const PositionMap map(file.text, client_.encoding);
  const secrets::ShownFindings discreet(file, *findings);
  send(notification("textDocument/publishDiagnostics",
                    diagnostics_params(discreet.findings(), {document.uri, map, document.version},
                                       client_, message.GetAllocator())));
  publish_settings_of(result.settings);
}

// Findings in settings are also shown if the client does not have them open.
void Server::publish_settings_of(const AppSettings& settings) {
  const driver::LoadedConfig* loaded = settings.project.loaded;
  if (loaded == nullptr || loaded->findings.empty() || open_text(loaded->file.path)) return;
  const std::string uri = render::to_uri(loaded->file.path);
  if (std::exchange(shown_settings_[uri], loaded) == loaded) return;
  json::Document message;
  const PositionMap map(loaded->file.text, client_.encoding);
  const secrets::ShownFindings discreet(loaded->file, loaded->findings);
  send(notification("textDocument/publishDiagnostics",
                    diagnostics_params(discreet.findings(), {uri, map, std::nullopt}, client_,
                                       message.GetAllocator())));
}

// Takes back what was shown of settings that are fixed, open by now, or nobody's any more.
void Server::clear_settings() {
  const auto is_in_use = [this](const driver::LoadedConfig* loaded) {
    return std::any_of(documents_.begin(), documents_.end(), [loaded](const auto& entry) {
      const auto& last = entry.second.last;
      return last && last->settings.project.loaded == loaded;
    });
  };
  for (auto shown = shown_settings_.begin(); shown != shown_settings_.end();) {
    if (is_in_use(shown->second)) {
      ++shown;
      continue;
    }
    publish_nothing(shown->first);
    shown = shown_settings_.erase(shown);
  }
}

// The findings of a file that the client itself opens or closes are sent again if needed.
void Server::hide_settings(const std::string& path) {
  const std::string uri = render::to_uri(path);
  if (shown_settings_.erase(uri) > 0) publish_nothing(uri);
}

void Server::publish_nothing(std::string_view uri) {
  json::Document message;
  json::Object params(message.GetAllocator());
  params.put("uri", uri).put("diagnostics", json::Value(rapidjson::kArrayType));
  send(notification("textDocument/publishDiagnostics", params.take()));
}

}  // namespace zoomc::lsp
