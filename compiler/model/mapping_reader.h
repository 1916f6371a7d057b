#pragma once
#include <optional>
#include <string_view>
#include <type_traits>

#include "model/keys.h"
#include "model/reading.h"

namespace zoomc::model {

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
bool is_word_key(Reading& reading, const Slot& mapping, const Member& member);

}  // namespace zoomc::model
