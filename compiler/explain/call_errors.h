#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "explain/answer.h"

// The replies that Zoom documents for calls that fail, found in what a person pasted.
namespace zoomc::explain {

// How certain it is that Zoom documents what was pasted: its text; only its code; nothing of it.
enum class CallErrorMatch : std::uint8_t { none, code, text };

struct CallErrorAnswers {
  CallErrorMatch match = CallErrorMatch::none;
  std::vector<Answer> answers;
};

// Bytes [begin, end) of a topic.
struct TopicSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The documented replies that `topic` means: those whose text it has, with its code if it names
// one; else, for a topic that is or names a code, the texts that Zoom documents with that code.
// In a text, `{…}` and `$…` stand for anything. `known` are the parts of the topic that mean an
// error text of the catalog: a shorter text within one of them does not count.
CallErrorAnswers find_call_errors(const catalog::Catalog& catalog, std::string_view topic,
                                  std::span<const TopicSpan> known = {});

// Rows with the replies that Zoom documents for one call: the first few, and how many more.
void add_call_errors(Answer& answer, const catalog::Catalog& catalog,
                     catalog::OperationId operation);

}  // namespace zoomc::explain
