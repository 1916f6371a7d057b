#include "model/mapping_reader.h"

#include <algorithm>
#include <cassert>
#include <fmt/core.h>
#include <optional>
#include <vector>

#include "diagnostics/codes.h"
#include "edit/scalar.h"
#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

// A key of YAML's short form has at most 1024 characters; nobody needs the long form.
constexpr std::size_t kMaxKeyBytes = 4096;

// `syntax` has refused `<<`; the keys that it would have added are not known.
bool is_merge_key(const syntax::Node& key) {
  return key.style == syntax::ScalarStyle::plain && key.text == "<<";
}

// For findings about a key, not its value: an alias as the value does not move them.
Slot key_slot(const Slot& mapping, const syntax::Member& member) {
  Slot slot = member_slot(mapping, member);
  slot.alias = mapping.alias;
  return slot;
}

// Finds the keys of a mapping that its section does not have.
class KeyCheck {
 public:
  KeyCheck(Reading& reading, const Slot& slot, const Section& section)
      : reading_(reading), slot_(slot), section_(section) {}

  void run() {
    bool merged = false;
    for (const syntax::Member& member : slot_.value->members) {
      if (reading_.is_full()) return;
      merged = merged || is_merge_key(member.key);
      if (!is_word_key(reading_, slot_, member)) continue;
      if (section_.find(member.key.text) == nullptr) report_unknown_key(member);
    }
    if (merged) return;
    for (const KeySpec& spec : section_.keys) {
      if (spec.required() && is_absent(spec.name)) report_missing_key(spec);
    }
  }

 private:
  // The keys that the mapping lacks, without those that an unknown key was probably meant to be.
  // Computed only if the mapping has an unknown key, which is rare.
  std::vector<std::string_view>& absent() {
    if (absent_) return *absent_;
    absent_.emplace();
    for (const KeySpec& spec : section_.keys) {
      if (slot_.value->find(spec.name) == nullptr) absent_->push_back(spec.name);
    }
    return *absent_;
  }

  bool is_absent(std::string_view key) const {
    if (!absent_) return slot_.value->find(key) == nullptr;
    return std::find(absent_->begin(), absent_->end(), key) != absent_->end();
  }

  void report_unknown_key(const syntax::Member& member) {
    const std::string_view key = member.key.text;
    Slot place = key_slot(slot_, member);
    Diagnostic found =
        finding(model_codes::kUnknownKey, member.key.span,
                fmt::format("unknown key {} in {}", in_backticks(key), name_of(slot_)));
    if (slot_.language == &kAppLanguage && slot_.path.is_file() && key == "scopes") {
      explain_scopes(member, found);
    } else if (const auto near = nearest(key, absent())) {
      found.message += fmt::format("; did you mean {}?", in_backticks(*near));
      offer_rename(member, *near, found);
      // The key that was meant counts as unread, not as missing.
      place.path = Path(slot_.path, *near);
      std::erase(absent(), *near);
    } else if (const std::string_view home = slot_.language->parent_of(key); !home.empty()) {
      found.message += fmt::format("; it belongs {}", home);
      // `app` is not missing then: its `name:` is only in the wrong place.
      if (home == kAppSection.home) std::erase(absent(), "app");
    } else {
      found.hints.push_back(fmt::format("the keys of {} are {}", name_of(slot_), section_.list()));
    }
    reading_.report(place, std::move(found));
  }

  void explain_scopes(const syntax::Member& member, Diagnostic& found) {
    found.message +=
        ": zoomc derives scopes from `features`, `operations` and `events`; list any others under "
        "`extra_scopes`";
    const bool is_free = is_absent("extra_scopes");
    if (is_free && member.value.is_sequence()) offer_rename(member, "extra_scopes", found);
  }

  static void offer_rename(const syntax::Member& member, std::string_view name, Diagnostic& found) {
    if (member.key.alias) return;
    found.fixes = edit::offer_word(member.key, name);
  }

  void report_missing_key(const KeySpec& spec) {
    Slot place = slot_;
    place.path = Path(slot_.path, spec.name);
    reading_.report(place,
                    finding(model_codes::kMissingKey, lack_place_of(slot_),
                            fmt::format("{} has no {}; add it, like {}", name_of(slot_),
                                        in_backticks(spec.name), in_backticks(spec.example))));
  }

  Reading& reading_;
  const Slot& slot_;
  const Section& section_;
  std::optional<std::vector<std::string_view>> absent_;
};

// The advice for a key or entry without a value.
std::string fill_or_remove(const Slot& slot, std::string_view fill) {
  if (slot.required) return std::string(fill);
  return fmt::format("{} or remove the {}", fill, slot.entry ? "entry" : "key");
}

}  // namespace

bool is_word_key(Reading& reading, const Slot& mapping, const syntax::Member& member) {
  if (is_merge_key(member.key)) return false;
  const std::size_t size = member.key.text.size();
  if (size > 0 && size <= kMaxKeyBytes) return true;
  Slot slot = mapping;
  slot.path = Path(mapping.path, "?");  // its own path would be as long as its key
  const std::string name = name_of(mapping);
  reading.report(
      slot, size == 0
                ? finding(model_codes::kEmptyValue, member.key.span,
                          fmt::format("a key in {} is empty; write one", name))
                : finding(model_codes::kWrongType, member.key.span,
                          fmt::format("a key in {} must be a word, but has {} bytes", name, size)));
  return false;
}

std::optional<Slot> MappingReader::find(std::string_view key) const {
  const syntax::Member* member = slot_.value->find(key);
  if (member == nullptr) return std::nullopt;
  const KeySpec* spec = section_.find(key);
  assert(spec != nullptr);
  Slot slot = member_slot(slot_, *member);
  slot.required = spec->required();
  return slot;
}

std::optional<MappingReader> open_mapping(Reading& reading, const Slot& slot,
                                          const Section& section) {
  if (!has_value(reading, slot)) return std::nullopt;
  if (!slot.value->is_mapping()) {
    refuse_type(reading, slot, "a mapping",
                section.keys.size() == 1 ? fmt::format("its key is {}", section.list())
                                         : fmt::format("its keys are {}", section.list()));
    return std::nullopt;
  }
  KeyCheck(reading, slot, section).run();
  return MappingReader(reading, slot, section);
}

std::string_view kind_of(const syntax::Node& node) {
  if (node.is_mapping()) return "a mapping";
  if (node.is_sequence()) return "a list";
  switch (syntax::scalar_type(node)) {
    case syntax::ScalarType::null: return "nothing";
    case syntax::ScalarType::boolean: return "a boolean";
    case syntax::ScalarType::integer:
    case syntax::ScalarType::floating: return "a number";
    case syntax::ScalarType::string: break;
  }
  return "text";
}

bool has_value(Reading& reading, const Slot& slot) {
  const syntax::Node& node = *slot.value;
  const bool nothing =
      node.missing || (node.is_scalar() && syntax::scalar_type(node) == syntax::ScalarType::null);
  if (nothing) {
    reading.report(
        slot, model_codes::kEmptyValue,
        fmt::format("{} has no value; {}", name_of(slot), fill_or_remove(slot, "write one")));
  }
  return !nothing;
}

void refuse_type(Reading& reading, const Slot& slot, std::string_view wanted,
                 std::string_view way_out, std::vector<Fix> fixes) {
  std::string message = way_out.empty() ? fmt::format("{} must be {}, but is {}", name_of(slot),
                                                      wanted, kind_of(*slot.value))
                                        : fmt::format("{} must be {}, but is {}; {}", name_of(slot),
                                                      wanted, kind_of(*slot.value), way_out);
  reading.report(slot, model_codes::kWrongType, std::move(message), std::move(fixes));
}

void refuse_blank(Reading& reading, const Slot& slot) {
  reading.report(
      slot, model_codes::kEmptyValue,
      fmt::format("{} is empty; {}", name_of(slot), fill_or_remove(slot, "write something")));
}

void refuse_empty_list(Reading& reading, const Slot& slot) {
  reading.report(slot, model_codes::kEmptyList,
                 fmt::format("{} is an empty list; {}", name_of(slot),
                             fill_or_remove(slot, "list something")));
}

bool is_of_size(Reading& reading, const Slot& slot, std::size_t count) {
  if (count <= kMaxEntries) return true;
  reading.report(
      slot, model_codes::kTooManyEntries,
      fmt::format("{} has {} entries; it can have at most {}", name_of(slot), count, kMaxEntries));
  return false;
}

void refuse_unknown_value(Reading& reading, const Slot& slot,
                          std::span<const std::string_view> known) {
  const syntax::Node& node = *slot.value;
  std::vector<Fix> fixes;
  if (const auto near = nearest(node.text, known)) fixes = edit::offer_word(node, *near);
  reading.report(slot, model_codes::kUnknownValue,
                 fmt::format("unknown value {} for {}; write {}", in_backticks(node.text),
                             name_of(slot), one_of(known)),
                 std::move(fixes));
}

std::string one_of(std::span<const std::string_view> words) {
  std::vector<std::string> choices;
  for (const std::string_view word : words) choices.push_back(in_backticks(word));
  return join_words(choices, "or");
}

bool is_plain_word(std::string_view text) {
  const auto is_harmless = [](char c) { return is_alphanumeric(c) || c == '_' || c == '.'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_harmless);
}

}  // namespace zoomc::model
