#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/finding_kind.h"

// Answers to questions: a finding's id, a name of the catalog, a text or code of Zoom's, a problem
// in the reader's own words.
namespace zoomc::explain {

struct ExplainContext {
  const catalog::Catalog& catalog;
  std::span<const FindingKind> findings;
};

// The answer about a topic: one text, or several with blank lines between if it means several
// things. Nothing if it is unknown.
[[nodiscard]] std::optional<std::string> explain(const ExplainContext& context,
                                                 std::string_view topic);

// Divides the words of a command line into topics: each word is one if each is known by itself,
// else all together if that is known, else the known ones and the unknown ones; if none is known,
// all together.
std::vector<std::string> topics_of(const ExplainContext& context,
                                   const std::vector<std::string>& words);

// The topics that an unknown one may have meant, the nearest first: "scope
// phone:read:list_call_logs:admin".
std::vector<std::string> suggest_topics(const ExplainContext& context, std::string_view topic);

}  // namespace zoomc::explain
