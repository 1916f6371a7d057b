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

// Mistakes that many kinds of values share, each with one wording.

// Whether there is a value: not empty and not `null`. Reports if not.
[[nodiscard]] bool has_value(Reading& reading, const Slot& slot);

// "`x` must be <wanted>, but is a list; <way_out>".
void refuse_type(Reading& reading, const Slot& slot, std::string_view wanted,
                 std::string_view way_out = {}, std::vector<Fix> fixes = {});
// Reports a text that is only blanks.
void refuse_blank(Reading& reading, const Slot& slot);
void refuse_empty_list(Reading& reading, const Slot& slot);
// Whether there are at most `kMaxEntries` entries. Reports if not.
[[nodiscard]] bool is_of_size(Reading& reading, const Slot& slot, std::size_t count);
// Reports a word that is not one of `known`, and offers the nearest of them.
void refuse_unknown_value(Reading& reading, const Slot& slot,
                          std::span<const std::string_view> known);

// The kind of a value, for a message: "a list", "a number".
std::string_view kind_of(const syntax::Node& node);
// "`a`, `b` or `c`".
std::string one_of(std::span<const std::string_view> words);
// Characters that mean nothing to YAML anywhere in a plain scalar.
bool is_plain_word(std::string_view text);

// Gives the members of a mapping whose keys are in order.
class MappingReader {
 public:
  MappingReader(Reading& reading, const Slot& slot, const Section& section)
      : reading_(reading), slot_(slot), section_(section) {}

  // The member `key`, which must be one of the section's; nothing if it is not written.
  std::optional<Slot> find(std::string_view key) const;

  // The result of `read(reading, slot)` for the member `key`; an empty result if it is not written.
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

// A reader for `slot` if it is a mapping. Reports unknown keys and missing required keys; a
// misspelled key is not reported as missing too.
[[nodiscard]] std::optional<MappingReader> open_mapping(Reading& reading, const Slot& slot,
                                                        const Section& section);

// Whether the key of a member is a word; reports an empty one. A merge key is not a word either:
// `syntax` has refused it.
[[nodiscard]] bool is_word_key(Reading& reading, const Slot& mapping, const syntax::Member& member);

}  // namespace zoomc::model
