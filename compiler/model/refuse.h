#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

// The mistakes that many kinds of values share, each said in one way.
namespace zoomc::model {

// Whether something is written: neither nothing nor `null`. Reports when not.
bool has_value(Reading& reading, const Slot& slot);

// "`x` must be <wanted>, but is a list; <way_out>".
void refuse_type(Reading& reading, const Slot& slot, std::string_view wanted,
                 std::string_view way_out = {}, std::vector<Fix> fixes = {});
// A text of nothing but blanks.
void refuse_blank(Reading& reading, const Slot& slot);
void refuse_empty_list(Reading& reading, const Slot& slot);
// Whether `count` entries are at most `kMaxEntries`. Reports when not.
bool is_of_size(Reading& reading, const Slot& slot, std::size_t count);
// A word that is none of `known`; the nearest of them is offered.
void refuse_unknown_value(Reading& reading, const Slot& slot,
                          std::span<const std::string_view> known);

// "a list", "a number"; what a value is, for a message.
std::string_view kind_of(const Node& node);
// "`a`, `b` or `c`".
std::string one_of(std::span<const std::string_view> words);
// `word` in the quotes of the scalar it is to replace; nothing for a block scalar.
std::optional<std::string> respell(const Node& scalar, std::string_view word);
// `|` or `>`, whose header may have a comment behind it.
bool is_block_text(const Node& node);
// Characters that mean nothing to YAML anywhere in a plain scalar.
bool is_plain_word(std::string_view text);

}  // namespace zoomc::model
