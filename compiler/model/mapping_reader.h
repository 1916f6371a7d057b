#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/keys.h"
#include "model/reading.h"

namespace zoomc::model {

// The mistakes that many kinds of values share, each said in one way.

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
std::string_view kind_of(const syntax::Node& node);
// "`a`, `b` or `c`".
std::string one_of(std::span<const std::string_view> words);
// Characters that mean nothing to YAML anywhere in a plain scalar.
bool is_plain_word(std::string_view text);

// Hands out the members of a mapping whose keys are in order.
class MappingReader {
 public:
  MappingReader(Reading& reading, const Slot& slot, const Section& section)
      : reading_(reading), slot_(slot), section_(section) {}

  // The member `key`, which must be one of the section's; nothing when it is not written.
  std::optional<Slot> find(std::string_view key) const;

  // What `read(reading, slot)` makes of the member `key`; an empty result when it is not written.
  template <class Read>
  std::invoke_result_t<Read, Reading&, const Slot&> get(std::string_view key, Read read) const {
    const std::optional<Slot> slot = find(key);
    if (!slot) return {};
    return read(reading_, *slot);
  }

 private:
  Reading& reading_;
  Slot slot_;
  const Section& section_;
};

// A reader for `slot` if it is a mapping. Reports what is not of the section's keys and what is
// required and absent; a misspelled key is not reported as absent too.
std::optional<MappingReader> open_mapping(Reading& reading, const Slot& slot,
                                          const Section& section);

// Whether the key of a member is a word; reports an empty one. A merge key is none either: `syntax`
// has refused it.
bool is_word_key(Reading& reading, const Slot& mapping, const syntax::Member& member);

}  // namespace zoomc::model
