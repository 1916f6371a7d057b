#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/finding_kind.h"

// Answers to what people ask: a finding's id, a name of the catalog, a text or code of Zoom's, a
// problem in their own words.
namespace zoomc::explain {

struct Knowledge {
  const catalog::Catalog& catalog;
  std::span<const FindingKind> findings;
};

// What there is to say about a topic: one text, or several with blank lines between where it means
// several things. Nothing when it is unknown.
std::optional<std::string> explain(const Knowledge& knowledge, std::string_view topic);

// The topics that the words of a command line are: each is one where each is known by itself, else
// all together when that is known, else those that are known and those that are not; where none is,
// all together.
std::vector<std::string> topics_of(const Knowledge& knowledge,
                                   const std::vector<std::string>& words);

// What an unknown topic may have meant, the nearest first: "scope phone:read:list_call_logs:admin".
std::vector<std::string> suggest_topics(const Knowledge& knowledge, std::string_view topic);

}  // namespace zoomc::explain
