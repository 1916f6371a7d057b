#include "json/value.h"
#include "lsp/actions.h"
#include "lsp/completion.h"
#include "lsp/navigation.h"
#include "lsp/protocol_json.h"
#include "lsp/server.h"
#include "secrets/hiding.h"

namespace zoomc::lsp {
namespace {

const SchemaContext& language_of(const RequestContext& knowhow, const OpenDocument& document) {
  return document.kind == FileKind::settings ? knowhow.settings : knowhow.app;
}

tl::expected<std::uint32_t, BadParams> read_offset(const json::Value& params,
                                                   const PositionMap& map) {
  const auto place = read_place(json::find_member(params, "position"));
  if (!place) return tl::unexpected(BadParams{"`position` is needed"});
  return map.offset(*place);
}

// A document with the places of its text.
class Located {
 public:
  Located(const RequestContext& knowhow, const OpenDocument& document)
      : map_(document.text.text(), knowhow.client.encoding),
        place_{document.uri, map_, document.version} {}
  const PositionMap& map() const { return map_; }
  const DocumentPlace& place() const { return place_; }

 private:
  PositionMap map_;
  DocumentPlace place_;
};

Answer answer_completion(const RequestContext& knowhow, const OpenDocument& document,
                         const json::Value& params, json::Allocator& allocator) {
  const Located located(knowhow, document);
  const auto offset = read_offset(params, located.map());
  if (!offset) return tl::unexpected(offset.error());
  CompletionRequest request{.text = document.text.text(),
                            .offset = *offset,
                            .language = language_of(knowhow, document),
                            .rules = knowhow.rules,
                            .last = document.last_app.get()};
  if (document.last && document.last->settings.usable()) {
    const config::ProjectConfig* config = document.last->settings.project.config();
    if (config != nullptr) request.policies = config->policies;
  }
  return to_json(complete(request), located.map(), allocator);
}

Answer answer_hover(const RequestContext& knowhow, const OpenDocument& document,
                    const json::Value& params, json::Allocator& allocator) {
  const Located located(knowhow, document);
  const auto offset = read_offset(params, located.map());
  if (!offset) return tl::unexpected(offset.error());
  const auto found = hover(language_of(knowhow, document), *document.last->checked, *offset);
  if (!found) return json::Value();
  return to_json(*found, located.map(), knowhow.client, allocator);
}

Answer answer_definition(const RequestContext& knowhow, const OpenDocument& document,
                         const json::Value& params, json::Allocator& allocator) {
  const Located located(knowhow, document);
  const auto offset = read_offset(params, located.map());
  if (!offset) return tl::unexpected(offset.error());
  const auto found = find_definitions(*document.last->checked, *offset);
  return json::make_array(allocator, found, [&](const Definition& one) {
    return location(document.uri, located.map().range(one.target), allocator);
  });
}

Answer answer_symbols(const RequestContext& knowhow, const OpenDocument& document,
                      const json::Value&, json::Allocator& allocator) {
  const Located located(knowhow, document);
  return to_json(outline(document.last->checked->analysis->document), located.place(),
                 knowhow.client, allocator);
}

Answer answer_links(const RequestContext& knowhow, const OpenDocument& document, const json::Value&,
                    json::Allocator& allocator) {
  const Located located(knowhow, document);
  const resolve::CompiledApp& made = *document.last->checked->analysis;
  return to_json(find_links(made.file, made.document), located.map(), allocator);
}

// True if the client, who asks for kinds of actions or for all, wants that one; a kind stands for
// those below it.
bool wants(const json::Value* only, std::string_view kind) {
  if (only == nullptr || !only->IsArray()) return true;
  for (const json::Value& entry : only->GetArray()) {
    if (!entry.IsString()) continue;
    const std::string_view asked = json::text_of(entry);
    const bool is_below =
        kind.starts_with(asked) && (kind.size() == asked.size() || kind[asked.size()] == '.');
    if (asked.empty() || is_below) return true;
  }
  return false;
}

// Fixing all takes a few checks, so without being asked for it is only made where there is more
// than one thing to fix.
bool wants_fix_all(const json::Value* only, const driver::Checked& checked) {
  const bool is_asked = only != nullptr && only->IsArray();
  return wants(only, kFixAll) && has_safe_fixes(checked, is_asked ? 1 : 2);
}

Answer answer_actions(const RequestContext& knowhow, const OpenDocument& document,
                      const json::Value& params, json::Allocator& allocator) {
  const Located located(knowhow, document);
  const auto range = read_range(json::find_member(params, "range"));
  if (!range) return tl::unexpected(BadParams{"`range` is needed"});
  const json::Value* context = json::find_member(params, "context");
  const json::Value* only =
      context != nullptr && context->IsObject() ? json::find_member(*context, "only") : nullptr;
  const driver::Checked& checked = *document.last->checked;
  const driver::CheckOptions options =
      options_for(document.last->settings, knowhow.catalog, knowhow.rules);
  std::vector<CodeAction> actions;
  if (wants(only, kQuickFix)) actions = quick_fixes(checked, options, located.map().span(*range));
  if (document.kind == FileKind::app && wants_fix_all(only, checked)) {
    if (auto all = fix_all(checked, options)) actions.push_back(*std::move(all));
  }
  const secrets::ShownFindings discreet(checked.analysis->file, checked.findings);
  return json::make_array(allocator, actions, [&](const CodeAction& action) {
    const Diagnostic* finding = action.finding ? &discreet.findings()[*action.finding] : nullptr;
    return to_json(action, finding, located.place(), knowhow.client, allocator);
  });
}

constexpr DocumentRequest kRequests[] = {
    {"textDocument/completion", false, answer_completion},
    {"textDocument/hover", true, answer_hover},
    {"textDocument/definition", true, answer_definition},
    {"textDocument/documentSymbol", true, answer_symbols},
    {"textDocument/documentLink", true, answer_links},
    {"textDocument/codeAction", true, answer_actions},
};

}  // namespace

const DocumentRequest* find_document_request(std::string_view method) {
  for (const DocumentRequest& request : kRequests) {
    if (request.method == method) return &request;
  }
  return nullptr;
}

json::Value no_answer() {
  return json::Value();
}

Answer resolve_candidate(const RequestContext& knowhow, const json::Value& item,
                         json::Allocator& allocator) {
  json::Value resolved(item, allocator);
  const json::Value* data = json::find_member(item, "data");
  if (data == nullptr) return resolved;
  const std::string text = explain_topic(knowhow.app.context, read_topic(*data));
  if (text.empty()) return resolved;
  resolved.RemoveMember("documentation");
  json::add_member(resolved, "documentation", markup(text, true, allocator), allocator);
  return resolved;
}

}  // namespace zoomc::lsp
