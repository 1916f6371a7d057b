#include "lsp/client.h"

#include <initializer_list>
#include <string_view>

#include "json/value.h"
#include "lsp/actions.h"

namespace zoomc::lsp {
namespace {

const json::Value* find_below(const json::Value& root,
                              std::initializer_list<std::string_view> path) {
  const json::Value* here = &root;
  for (const std::string_view name : path) {
    if (!here->IsObject()) return nullptr;
    here = json::find_member(*here, name);
    if (here == nullptr) return nullptr;
  }
  return here;
}

bool is_true(const json::Value& root, std::initializer_list<std::string_view> path) {
  const json::Value* value = find_below(root, path);
  return value != nullptr && value->IsTrue();
}

bool lists(const json::Value* list, std::string_view word) {
  if (list == nullptr || !list->IsArray()) return false;
  for (const json::Value& entry : list->GetArray()) {
    if (entry.IsString() && json::text_of(entry) == word) return true;
  }
  return false;
}

// Characters behind which something else can be written than what was being written.
constexpr std::string_view kTriggers[] = {" ", ":", "-", "[", "{", ",", ".", "/", "\"", "#"};

}  // namespace

Client read_client(const json::Value& params) {
  Client client;
  const json::Value* encodings =
      find_below(params, {"capabilities", "general", "positionEncodings"});
  if (lists(encodings, "utf-8")) client.encoding = Encoding::utf8;
  const json::Value* formats =
      find_below(params, {"capabilities", "textDocument", "hover", "contentFormat"});
  client.markdown = formats == nullptr || lists(formats, "markdown");
  client.related_information =
      is_true(params, {"capabilities", "textDocument", "publishDiagnostics", "relatedInformation"});
  client.versioned_edits =
      is_true(params, {"capabilities", "workspace", "workspaceEdit", "documentChanges"});
  client.nested_symbols = is_true(params, {"capabilities", "textDocument", "documentSymbol",
                                           "hierarchicalDocumentSymbolSupport"});
  client.watches_files = is_true(
      params, {"capabilities", "workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  return client;
}

json::Value server_capabilities(const Client& client, std::string_view version,
                                json::Allocator& allocator) {
  const auto object = [&] { return json::Object(allocator); };
  const auto text = [&](std::string_view word) { return json::make_string(word, allocator); };
  constexpr std::uint32_t kIncremental = 2;
  json::Value sync = object()
                         .put("openClose", true)
                         .put("change", kIncremental)
                         .put("save", object().put("includeText", false).take())
                         .take();
  json::Value completion =
      object()
          .put("resolveProvider", true)
          .put("triggerCharacters", json::make_array(allocator, kTriggers, text))
          .take();
  const std::string_view kinds[] = {kQuickFix, kFixAll};
  json::Value actions =
      object().put("codeActionKinds", json::make_array(allocator, kinds, text)).take();
  json::Value capabilities =
      object()
          .put("positionEncoding", to_string(client.encoding))
          .put("textDocumentSync", std::move(sync))
          .put("completionProvider", std::move(completion))
          .put("hoverProvider", true)
          .put("codeActionProvider", std::move(actions))
          .put("definitionProvider", true)
          .put("documentSymbolProvider", true)
          .put("documentLinkProvider", object().put("resolveProvider", false).take())
          .take();
  return object()
      .put("capabilities", std::move(capabilities))
      .put("serverInfo", object().put("name", "zoomc").put("version", version).take())
      .take();
}

json::Value watch_registration(json::Allocator& allocator) {
  const auto object = [&] { return json::Object(allocator); };
  const std::string_view globs[] = {"**/.zoomc.yaml"};
  json::Value options =
      object()
          .put("watchers", json::make_array(allocator, globs,
                                            [&](std::string_view glob) {
                                              return object().put("globPattern", glob).take();
                                            }))
          .take();
  json::Value registrations(rapidjson::kArrayType);
  registrations.PushBack(object()
                             .put("id", "zoomc-settings")
                             .put("method", "workspace/didChangeWatchedFiles")
                             .put("registerOptions", std::move(options))
                             .take(),
                         allocator);
  return object().put("registrations", std::move(registrations)).take();
}

}  // namespace zoomc::lsp
