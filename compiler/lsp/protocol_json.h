#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "json/value.h"
#include "lsp/actions.h"
#include "lsp/client.h"
#include "lsp/completion.h"
#include "lsp/hover.h"
#include "lsp/navigation.h"
#include "lsp/text_document.h"

// Values in the shapes of the protocol. Text is copied into the allocator.
namespace zoomc::lsp {

// A document that values are about: who it is and where its bytes are for the client.
struct DocumentPlace {
  std::string_view uri;
  const PositionMap& map;
  std::optional<std::int64_t> version;
};

// More than these are not sent for one file.
inline constexpr std::size_t kMaxDiagnostics = 1000;

json::Value to_json(Range range, json::Allocator& allocator);
json::Value to_json(const Diagnostic& found, const DocumentPlace& place, const Client& client,
                    json::Allocator& allocator);
json::Value diagnostics_params(const std::vector<Diagnostic>& findings, const DocumentPlace& place,
                               const Client& client, json::Allocator& allocator);
json::Value to_json(const Hover& hover, const PositionMap& map, const Client& client,
                    json::Allocator& allocator);
json::Value to_json(const Completion& completion, const PositionMap& map,
                    json::Allocator& allocator);
// `finding` is the finding that the action is for, or null.
json::Value to_json(const CodeAction& action, const Diagnostic* finding, const DocumentPlace& place,
                    const Client& client, json::Allocator& allocator);
json::Value to_json(const std::vector<Symbol>& symbols, const DocumentPlace& place,
                    const Client& client, json::Allocator& allocator);
json::Value to_json(const std::vector<Link>& links, const PositionMap& map,
                    json::Allocator& allocator);
json::Value location(std::string_view uri, Range range, json::Allocator& allocator);
json::Value markup(std::string_view markdown, bool is_markdown, json::Allocator& allocator);

// A range and its place in `params`; nothing where they are not what the protocol says.
std::optional<Position> read_place(const json::Value* value);
std::optional<Range> read_range(const json::Value* value);

// The topic that a candidate carries to `completionItem/resolve` and back.
Topic read_topic(const json::Value& data);

}  // namespace zoomc::lsp
