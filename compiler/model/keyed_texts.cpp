#include "model/mapping_reader.h"
#include "model/refuse.h"
#include "model/sections.h"
#include "model/values.h"

namespace zoomc::model {
namespace {

constexpr std::string_view kWayOut = "write `meetings.read: List meetings for calendar sync`";

}  // namespace

// `justify` and `test_plan`: the keys are the catalog's names, which `resolve` knows.
std::vector<KeyedText> read_keyed_texts(Reading& reading, const Slot& slot) {
  std::vector<KeyedText> texts;
  if (!has_value(reading, slot)) return texts;
  if (!slot.value->is_mapping()) {
    refuse_type(reading, slot, "a mapping from names to texts", kWayOut);
    return texts;
  }
  if (!is_of_size(reading, slot, slot.value->members.size())) return texts;
  texts.reserve(slot.value->members.size());
  for (const Member& member : slot.value->members) {
    if (!is_word_key(reading, slot, member)) continue;
    const Slot entry = member_slot(slot, member);
    if (auto text = read_text(reading, entry)) {
      texts.push_back({.key = member.key.text, .text = *std::move(text)});
    }
  }
  return texts;
}

}  // namespace zoomc::model
