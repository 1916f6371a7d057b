#include "model/refuse.h"

#include <algorithm>

#include "diagnostics/codes.h"
#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

// What to do with a key or entry that holds nothing.
std::string fill_or_remove(const Slot& slot, std::string_view fill) {
  if (slot.required) return std::string(fill);
  return std::string(fill) + " or remove the " + (slot.entry ? "entry" : "key");
}

}  // namespace

std::string_view kind_of(const Node& node) {
  if (node.is_mapping()) return "a mapping";
  if (node.is_sequence()) return "a list";
  switch (scalar_type(node)) {
    case ScalarType::null: return "nothing";
    case ScalarType::boolean: return "a boolean";
    case ScalarType::integer:
    case ScalarType::floating: return "a number";
    case ScalarType::string: break;
  }
  return "text";
}

bool has_value(Reading& reading, const Slot& slot) {
  const Node& node = *slot.value;
  const bool nothing = node.missing || (node.is_scalar() && scalar_type(node) == ScalarType::null);
  if (nothing) {
    reading.report(slot, model_codes::kEmptyValue,
                   name_of(slot) + " has no value; " + fill_or_remove(slot, "write one"));
  }
  return !nothing;
}

void refuse_type(Reading& reading, const Slot& slot, std::string_view wanted,
                 std::string_view way_out, std::vector<Fix> fixes) {
  std::string message = name_of(slot) + " must be ";
  message.append(wanted).append(", but is ").append(kind_of(*slot.value));
  if (!way_out.empty()) message.append("; ").append(way_out);
  reading.report(slot, model_codes::kWrongType, std::move(message), std::move(fixes));
}

void refuse_blank(Reading& reading, const Slot& slot) {
  reading.report(slot, model_codes::kEmptyValue,
                 name_of(slot) + " is empty; " + fill_or_remove(slot, "write something"));
}

void refuse_empty_list(Reading& reading, const Slot& slot) {
  reading.report(slot, model_codes::kEmptyList,
                 name_of(slot) + " is an empty list; " + fill_or_remove(slot, "list something"));
}

bool is_of_size(Reading& reading, const Slot& slot, std::size_t count) {
  if (count <= kMaxEntries) return true;
  reading.report(slot, model_codes::kTooManyEntries,
                 name_of(slot) + " has " + std::to_string(count) + " entries; it can have " +
                     std::to_string(kMaxEntries) + " at most");
  return false;
}

void refuse_unknown_value(Reading& reading, const Slot& slot,
                          std::span<const std::string_view> known) {
  const Node& node = *slot.value;
  std::vector<Fix> fixes;
  if (const auto near = nearest(node.text, known)) {
    if (auto replacement = respell(node, *near)) {
      fixes.push_back(
          {FixSafety::unsafe, in_backticks(*near), {{node.span, *std::move(replacement)}}});
    }
  }
  reading.report(slot, model_codes::kUnknownValue,
                 "unknown value " + in_backticks(node.text) + " for " + name_of(slot) + "; write " +
                     one_of(known),
                 std::move(fixes));
}

std::string one_of(std::span<const std::string_view> words) {
  std::vector<std::string> choices;
  for (const std::string_view word : words) choices.push_back(in_backticks(word));
  return join_words(choices, "or");
}

std::optional<std::string> respell(const Node& scalar, std::string_view word) {
  switch (scalar.style) {
    case ScalarStyle::plain: return std::string(word);
    case ScalarStyle::single_quoted: return "'" + std::string(word) + "'";
    case ScalarStyle::double_quoted: return "\"" + std::string(word) + "\"";
    case ScalarStyle::literal:
    case ScalarStyle::folded: break;
  }
  return std::nullopt;
}

bool is_block_text(const Node& node) {
  return node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
}

bool is_plain_word(std::string_view text) {
  const auto is_harmless = [](char c) { return is_alphanumeric(c) || c == '_' || c == '.'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_harmless);
}

}  // namespace zoomc::model
