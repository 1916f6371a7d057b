#include "lsp/schema_guide.h"

#include <algorithm>
#include <cassert>

#include "text/ascii.h"

namespace zoomc::lsp {
namespace {

const json::Value* member(const json::Value& object, std::string_view name) {
  return object.IsObject() ? json::find_member(object, name) : nullptr;
}

std::string_view text_member(const json::Value& object, std::string_view name) {
  const json::Value* value = member(object, name);
  return value != nullptr && value->IsString() ? json::text_of(*value) : std::string_view();
}

// True if a text can be written in a flow collection without quotes and is still a text.
bool is_plain(std::string_view text) {
  constexpr std::string_view kHarmless = ".,-_/:$ ";
  const auto is_first = [](char c) { return is_letter(c) || c == '$'; };
  const bool harmless = std::all_of(text.begin(), text.end(), [&](char c) {
    return is_alphanumeric(c) || kHarmless.find(c) != std::string_view::npos;
  });
  const bool has_mark = text.find(": ") != std::string_view::npos ||
                        text.find(',') != std::string_view::npos || text.ends_with(':');
  return harmless && !has_mark && !text.empty() && is_first(text.front());
}

// A value on one line, as a person would write it.
std::string as_yaml(const json::Value& value) {
  std::string text;
  if (value.IsObject()) {
    for (const auto& one : value.GetObject()) {
      text += text.empty() ? "{" : ", ";
      text += as_yaml(one.name) + ": " + as_yaml(one.value);
    }
    return text + "}";
  }
  if (value.IsArray()) {
    for (const json::Value& one : value.GetArray()) {
      text += text.empty() ? "[" : ", ";
      text += as_yaml(one);
    }
    return text + "]";
  }
  const bool needs_no_quotes = value.IsString() && is_plain(json::text_of(value));
  return needs_no_quotes ? std::string(json::text_of(value)) : json::to_text(value);
}

bool is_of_type(const json::Value& schema, std::string_view type) {
  return text_member(schema, "type") == type;
}

bool is_scalar(const json::Value& schema) {
  return schema.HasMember("enum") || is_of_type(schema, "string") ||
         is_of_type(schema, "boolean") || is_of_type(schema, "integer");
}

}  // namespace

SchemaGuide::SchemaGuide(std::string_view schema) {
  schema_.Parse(schema.data(), schema.size());
  assert(schema_.IsObject());
}

void SchemaGuide::expand(const json::Value& schema, Schemas& out) const {
  constexpr std::string_view kDefinitions = "#/definitions/";
  const std::string_view reference = text_member(schema, "$ref");
  if (reference.starts_with(kDefinitions)) {
    const json::Value* definitions = member(schema_, "definitions");
    const json::Value* target = member(*definitions, reference.substr(kDefinitions.size()));
    assert(target != nullptr);
    expand(*target, out);
    return;
  }
  out.push_back(&schema);
  for (const std::string_view group : {"allOf", "oneOf", "anyOf"}) {
    const json::Value* choices = member(schema, group);
    if (choices == nullptr) continue;
    for (const json::Value& choice : choices->GetArray()) expand(choice, out);
  }
}

SchemaGuide::Schemas SchemaGuide::step(const Schemas& from, std::string_view name) const {
  Schemas out;
  for (const json::Value* schema : from) {
    const json::Value* next = nullptr;
    if (name == kEntry) {
      next = member(*schema, "items");
    } else {
      const json::Value* properties = member(*schema, "properties");
      if (properties != nullptr) next = member(*properties, name);
      if (next == nullptr) next = member(*schema, "additionalProperties");
    }
    if (next != nullptr && next->IsObject()) expand(*next, out);
  }
  return out;
}

SchemaGuide::Schemas SchemaGuide::at(const Path& path) const {
  Schemas here;
  expand(schema_, here);
  for (const std::string& name : path) here = step(here, name);
  return here;
}

const json::Value* SchemaGuide::property(const Path& path) const {
  if (path.empty()) return nullptr;
  for (const json::Value* schema : at(Path(path.begin(), path.end() - 1))) {
    const json::Value* properties = member(*schema, "properties");
    if (properties == nullptr) continue;
    if (const json::Value* found = member(*properties, path.back())) return found;
  }
  return nullptr;
}

KeyDoc SchemaGuide::describe(std::string_view name, const json::Value& schema) const {
  KeyDoc doc{.name = name,
             .title = text_member(schema, "title"),
             .description = text_member(schema, "description")};
  const json::Value* examples = member(schema, "examples");
  if (examples != nullptr && !examples->Empty()) doc.example = as_yaml((*examples)[0]);
  Schemas expanded;
  expand(schema, expanded);
  doc.value_follows = std::any_of(expanded.begin(), expanded.end(),
                                  [](const json::Value* one) { return is_scalar(*one); });
  return doc;
}

std::vector<KeyDoc> SchemaGuide::keys(const Path& path) const {
  std::vector<KeyDoc> docs;
  for (const json::Value* schema : at(path)) {
    const json::Value* properties = member(*schema, "properties");
    if (properties == nullptr) continue;
    for (const auto& one : properties->GetObject()) {
      docs.push_back(describe(json::text_of(one.name), one.value));
    }
  }
  return docs;
}

KeyDoc SchemaGuide::key(const Path& path) const {
  const json::Value* found = property(path);
  return found == nullptr ? KeyDoc{} : describe({}, *found);
}

Shape SchemaGuide::shape(const Path& path) const {
  Shape shape;
  for (const json::Value* schema : at(path)) {
    shape.scalar = shape.scalar || is_scalar(*schema);
    shape.list = shape.list || is_of_type(*schema, "array");
    shape.mapping = shape.mapping || is_of_type(*schema, "object");
  }
  return shape;
}

std::vector<std::string> SchemaGuide::words(const Path& path) const {
  std::vector<std::string> words;
  for (const json::Value* schema : at(path)) {
    if (is_of_type(*schema, "boolean")) words.insert(words.end(), {"true", "false"});
    const json::Value* values = member(*schema, "enum");
    if (values == nullptr) continue;
    for (const json::Value& value : values->GetArray()) {
      words.push_back(value.IsInt() ? std::to_string(value.GetInt()) : value.GetString());
    }
  }
  return words;
}

}  // namespace zoomc::lsp
