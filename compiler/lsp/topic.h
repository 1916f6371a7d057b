#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver/check.h"
#include "explain/explain.h"
#include "lsp/cursor.h"
#include "lsp/schema_guide.h"
#include "syntax/tree.h"

namespace zoomc::lsp {

// A word of a file: its place in the language and its text.
struct Token {
  // `none` if there is no word, or nothing is known about it.
  Role role = Role::none;
  // As in a `CursorContext`.
  Path path;
  std::string text;
  Span span;
};

// The scalar at byte `offset` of the file that `root` was read from. Below an alias there is
// nothing.
Token token_at(const syntax::Node& root, std::uint32_t offset);
// The word at a cursor of `text`, for a file that could not be read.
Token token_of(const CursorContext& cursor, std::string_view text);

enum class TopicKind : std::uint8_t {
  none,
  scope,
  feature,
  group,
  operation,
  event,
  region,
  platform,
  finding,
  // A name in `justify` or `optional`: a feature, an operation, an event or a scope.
  any
};

// A thing with a name that zoomc knows something of.
struct Topic {
  TopicKind kind = TopicKind::none;
  std::string name;
};

// The kind of names that are expected at a place of an app file, or of the settings. `key`: as a
// key of the mapping at `path`, else as its value or an item of it.
TopicKind topic_kind(const Path& path, bool is_key);

// The text of the catalog or of a rule's page, in Markdown; empty if nothing is known.
std::string explain_topic(const explain::ExplainContext& context, const Topic& topic);

// A finding's page in Markdown: all but its cases, or its first paragraph.
std::string page_of(const explain::ExplainContext& context, std::string_view id);
std::string page_opening(const explain::ExplainContext& context, std::string_view id);

// Text in a block of fixed width.
std::string fenced(std::string_view text);

// Describes a thing in one app, in Markdown: the scopes that a feature, an operation or an event
// gets there; why a scope is there. Empty where the app does not have it.
std::string explain_in_app(const resolve::CompiledApp& made, const Topic& topic);

// A name that `justify`, `test_plan` and `optional` can use in this app, and what it is.
struct DeclaredName {
  std::string name;
  std::string_view kind;
};
std::vector<DeclaredName> declared_names(const resolve::ResolvedApp& resolved);

// The place in the file that asks for the thing that a key of `justify`, `test_plan` or `optional`
// names.
std::vector<Span> places_of_key(const resolve::ResolvedApp& resolved, std::string_view key);

}  // namespace zoomc::lsp
