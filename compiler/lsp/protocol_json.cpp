#include "lsp/protocol_json.h"

#include <limits>

#include "json/value.h"
#include "render/finding_text.h"

namespace zoomc::lsp {
namespace {

constexpr std::string_view kSource = "zoomc";

std::uint32_t protocol_severity(Severity severity) {
  switch (severity) {
    case Severity::error: return 1;
    case Severity::warning: return 2;
    // A hint: `lint` shows notes only when it is asked to.
    case Severity::note: break;
  }
  return 4;
}

// What Zoom does and the hints are below the message; fixes are code actions.
std::string message_of(const Diagnostic& found) {
  std::string text = found.message;
  const std::string effect = render::describe(found.zoom);
  if (!effect.empty()) text += "\n" + effect;
  for (const std::string& hint : found.hints) text += "\n" + hint;
  return text;
}

json::Value to_json(Position place, json::Allocator& allocator) {
  return json::Object(allocator).put("line", place.line).put("character", place.character).take();
}

json::Value to_json(const Edit& edit, const PositionMap& map, json::Allocator& allocator) {
  return json::Object(allocator)
      .put("range", to_json(map.range(edit.span), allocator))
      .put("newText", edit.replacement)
      .take();
}

// In the form that the client takes: with the document's version, or by URI alone.
json::Value workspace_edit(const std::vector<Edit>& edits, const DocumentPlace& place,
                           const Client& client, json::Allocator& allocator) {
  json::Value list = json::make_array(
      allocator, edits, [&](const Edit& edit) { return to_json(edit, place.map, allocator); });
  if (!client.versioned_edits) {
    json::Value changes = json::Object(allocator).put(place.uri, std::move(list)).take();
    return json::Object(allocator).put("changes", std::move(changes)).take();
  }
  json::Value version = place.version ? json::Value(*place.version) : json::Value();
  json::Value document =
      json::Object(allocator).put("uri", place.uri).put("version", std::move(version)).take();
  json::Value changes(rapidjson::kArrayType);
  changes.PushBack(json::Object(allocator)
                       .put("textDocument", std::move(document))
                       .put("edits", std::move(list))
                       .take(),
                   allocator);
  return json::Object(allocator).put("documentChanges", std::move(changes)).take();
}

json::Value nested(const Symbol& symbol, const PositionMap& map, json::Allocator& allocator) {
  json::Object object(allocator);
  object.put("name", symbol.name);
  if (!symbol.detail.empty()) object.put("detail", symbol.detail);
  object.put("kind", static_cast<std::uint32_t>(symbol.kind))
      .put("range", to_json(map.range(symbol.span), allocator))
      .put("selectionRange", to_json(map.range(symbol.name_span), allocator));
  if (!symbol.children.empty()) {
    object.put("children", json::make_array(allocator, symbol.children, [&](const Symbol& child) {
                 return nested(child, map, allocator);
               }));
  }
  return object.take();
}

void add_flat(const Symbol& symbol, const std::string& container, const DocumentPlace& place,
              json::Value& out, json::Allocator& allocator) {
  json::Object object(allocator);
  object.put("name", symbol.name)
      .put("kind", static_cast<std::uint32_t>(symbol.kind))
      .put("location", location(place.uri, place.map.range(symbol.span), allocator));
  if (!container.empty()) object.put("containerName", container);
  out.PushBack(object.take(), allocator);
  for (const Symbol& child : symbol.children) {
    add_flat(child, symbol.name, place, out, allocator);
  }
}

json::Value candidate_json(const CompletionItem& one, std::size_t index, Range word,
                           json::Allocator& allocator) {
  std::string order = std::to_string(index);
  order.insert(0, 4 - std::min<std::size_t>(4, order.size()), '0');
  json::Object object(allocator);
  object.put("label", one.label).put("kind", static_cast<std::uint32_t>(one.kind));
  if (!one.detail.empty()) object.put("detail", one.detail);
  if (!one.documentation.empty()) {
    object.put("documentation", markup(one.documentation, true, allocator));
  }
  object.put("sortText", order).put("filterText", one.label);
  object.put("textEdit", json::Object(allocator)
                             .put("range", to_json(word, allocator))
                             .put("newText", one.text)
                             .take());
  if (one.topic.kind != TopicKind::none) {
    object.put("data", json::Object(allocator)
                           .put("topic", static_cast<std::uint32_t>(one.topic.kind))
                           .put("name", one.topic.name)
                           .take());
  }
  return object.take();
}

std::optional<std::uint32_t> read_number(const json::Value& object, std::string_view name) {
  const json::Value* value = json::find_member(object, name);
  if (value == nullptr || !value->IsUint()) return std::nullopt;
  return value->GetUint();
}

}  // namespace

json::Value to_json(Range range, json::Allocator& allocator) {
  return json::Object(allocator)
      .put("start", to_json(range.start, allocator))
      .put("end", to_json(range.end, allocator))
      .take();
}

json::Value location(std::string_view uri, Range range, json::Allocator& allocator) {
  return json::Object(allocator).put("uri", uri).put("range", to_json(range, allocator)).take();
}

json::Value markup(std::string_view markdown, bool is_markdown, json::Allocator& allocator) {
  return json::Object(allocator)
      .put("kind", is_markdown ? "markdown" : "plaintext")
      .put("value", markdown)
      .take();
}

json::Value to_json(const Diagnostic& found, const DocumentPlace& place, const Client& client,
                    json::Allocator& allocator) {
  json::Object object(allocator);
  object.put("range", to_json(place.map.range(found.primary), allocator))
      .put("severity", protocol_severity(found.severity))
      .put("code", found.id)
      .put("source", kSource)
      .put("message", message_of(found));
  if (client.related_information && !found.labels.empty()) {
    object.put("relatedInformation",
               json::make_array(allocator, found.labels, [&](const Label& label) {
                 return json::Object(allocator)
                     .put("location", location(place.uri, place.map.range(label.span), allocator))
                     .put("message", label.text)
                     .take();
               }));
  }
  return object.take();
}

json::Value diagnostics_params(const std::vector<Diagnostic>& findings, const DocumentPlace& place,
                               const Client& client, json::Allocator& allocator) {
  json::Object object(allocator);
  object.put("uri", place.uri);
  if (place.version) object.put("version", json::Value(*place.version));
  json::Value list(rapidjson::kArrayType);
  for (const Diagnostic& found : findings) {
    if (list.Size() == kMaxDiagnostics) break;
    list.PushBack(to_json(found, place, client, allocator), allocator);
  }
  return object.put("diagnostics", std::move(list)).take();
}

json::Value to_json(const Hover& hover, const PositionMap& map, const Client& client,
                    json::Allocator& allocator) {
  return json::Object(allocator)
      .put("contents", markup(hover.markdown, client.markdown, allocator))
      .put("range", to_json(map.range(hover.span), allocator))
      .take();
}

json::Value to_json(const Completion& completion, const PositionMap& map,
                    json::Allocator& allocator) {
  const Range word = map.range(completion.word);
  json::Value items(rapidjson::kArrayType);
  for (std::size_t i = 0; i < completion.candidates.size(); ++i) {
    items.PushBack(candidate_json(completion.candidates[i], i, word, allocator), allocator);
  }
  return json::Object(allocator)
      .put("isIncomplete", completion.incomplete)
      .put("items", std::move(items))
      .take();
}

json::Value to_json(const CodeAction& action, const Diagnostic* finding, const DocumentPlace& place,
                    const Client& client, json::Allocator& allocator) {
  json::Object object(allocator);
  object.put("title", action.title).put("kind", action.kind);
  if (finding != nullptr) {
    json::Value list(rapidjson::kArrayType);
    list.PushBack(to_json(*finding, place, client, allocator), allocator);
    object.put("diagnostics", std::move(list));
  }
  if (action.preferred) object.put("isPreferred", true);
  return object.put("edit", workspace_edit(action.edits, place, client, allocator)).take();
}

json::Value to_json(const std::vector<Symbol>& symbols, const DocumentPlace& place,
                    const Client& client, json::Allocator& allocator) {
  json::Value list(rapidjson::kArrayType);
  for (const Symbol& symbol : symbols) {
    if (client.nested_symbols) {
      list.PushBack(nested(symbol, place.map, allocator), allocator);
    } else {
      add_flat(symbol, "", place, list, allocator);
    }
  }
  return list;
}

json::Value to_json(const std::vector<Link>& links, const PositionMap& map,
                    json::Allocator& allocator) {
  return json::make_array(allocator, links, [&](const Link& link) {
    return json::Object(allocator)
        .put("range", to_json(map.range(link.span), allocator))
        .put("target", link.target)
        .take();
  });
}

std::optional<Position> read_place(const json::Value* value) {
  if (value == nullptr || !value->IsObject()) return std::nullopt;
  const auto line = read_number(*value, "line");
  const auto character = read_number(*value, "character");
  if (!line || !character) return std::nullopt;
  return Position{*line, *character};
}

std::optional<Range> read_range(const json::Value* value) {
  if (value == nullptr || !value->IsObject()) return std::nullopt;
  const auto start = read_place(json::find_member(*value, "start"));
  const auto end = read_place(json::find_member(*value, "end"));
  if (!start || !end) return std::nullopt;
  return Range{*start, *end};
}

Topic read_topic(const json::Value& data) {
  if (!data.IsObject()) return {};
  const auto kind = read_number(data, "topic");
  const json::Value* name = json::find_member(data, "name");
  const bool is_known = kind && *kind <= static_cast<std::uint32_t>(TopicKind::any);
  if (!is_known || name == nullptr || !name->IsString()) return {};
  return {static_cast<TopicKind>(*kind), std::string(json::text_of(*name))};
}

}  // namespace zoomc::lsp
