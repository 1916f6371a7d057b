#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "explain/explain.h"
#include "lsp/schema_guide.h"
#include "lsp/spot.h"

namespace zoomc::lsp {

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
  // What `justify` and `optional` name: a feature, an operation, an event or a scope.
  any
};

// A thing with a name that zoomc knows something of.
struct Topic {
  TopicKind kind = TopicKind::none;
  std::string name;
};

// Which names are wanted at a place of an app file, or of the settings. `key`: as a key of the
// mapping at `path`, else as its value or an item of it.
TopicKind topic_kind(const Path& path, bool is_key);

// What the catalog or a rule's page says, in Markdown; empty where nothing is known.
std::string explain_topic(const Knowledge& knowledge, const Topic& topic);

// A finding's page in Markdown: all but its cases, or its first paragraph.
std::string page_of(const Knowledge& knowledge, std::string_view id);
std::string page_opening(const Knowledge& knowledge, std::string_view id);

// Text in a block of fixed width.
std::string fenced(std::string_view text);

}  // namespace zoomc::lsp
