#include "model/values.h"

#include <algorithm>
#include <array>

#include "diagnostics/codes.h"
#include "model/mapping_reader.h"
#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

constexpr std::array<std::string_view, 2> kBooleanWords{"true", "false"};

// Inserted around the value, not written anew: a fix must not repeat what may be a secret.
std::vector<Fix> quotes_around(const Node& node) {
  if (node.style != ScalarStyle::plain || !node.tag.empty()) return {};
  const Span span = node.span;
  return {{FixSafety::safe,
           "put it in quotes",
           {{{span.begin, span.begin}, "\""}, {{span.end, span.end}, "\""}}}};
}

// The scalar's text where it is a string with something in it.
std::optional<Text> read_string(Reading& reading, const Slot& slot, bool offer_quotes) {
  if (!has_value(reading, slot)) return std::nullopt;
  const Node& node = *slot.value;
  if (!node.is_scalar()) {
    refuse_type(reading, slot, "text");
    return std::nullopt;
  }
  if (scalar_type(node) != ScalarType::string) {
    std::vector<Fix> fixes = offer_quotes ? quotes_around(node) : std::vector<Fix>{};
    const std::string_view way_out = fixes.empty() ? "" : "put it in quotes";
    refuse_type(reading, slot, "text", way_out, std::move(fixes));
    return std::nullopt;
  }
  if (is_blank(node.text)) {
    refuse_blank(reading, slot);
    return std::nullopt;
  }
  return Text{node.text, node.span, slot.key};
}

// What people write for a boolean that YAML 1.2 reads as text.
std::optional<std::string_view> meant_boolean(const Node& node) {
  if (!node.is_scalar()) return std::nullopt;
  const std::string word = lowered(node.text);
  for (const std::string_view yes : {"true", "yes", "on", "y"}) {
    if (word == yes) return kBooleanWords[0];
  }
  for (const std::string_view no : {"false", "no", "off", "n"}) {
    if (word == no) return kBooleanWords[1];
  }
  return std::nullopt;
}

}  // namespace

std::optional<Text> read_text(Reading& reading, const Slot& slot) {
  return read_string(reading, slot, true);
}

std::optional<Text> read_word(Reading& reading, const Slot& slot) {
  return read_string(reading, slot, false);
}

std::optional<Text> read_choice(Reading& reading, const Slot& slot,
                                std::span<const std::string_view> known) {
  if (!has_value(reading, slot)) return std::nullopt;
  if (kind_of(*slot.value) != "text") {
    refuse_type(reading, slot, one_of(known));
    return std::nullopt;
  }
  std::optional<Text> word = read_word(reading, slot);
  if (word && std::find(known.begin(), known.end(), word->value) == known.end()) {
    refuse_unknown_value(reading, slot, known);
    return std::nullopt;
  }
  return word;
}

std::optional<Located<bool>> read_boolean(Reading& reading, const Slot& slot) {
  if (!has_value(reading, slot)) return std::nullopt;
  const Node& node = *slot.value;
  if (node.is_scalar()) {
    if (const auto value = as_boolean(node)) return Located<bool>{*value, node.span, slot.key};
  }
  std::vector<Fix> fixes;
  if (const auto meant = meant_boolean(node); meant && node.tag.empty() && !is_block_text(node)) {
    fixes.push_back({FixSafety::unsafe, in_backticks(*meant), {{node.span, std::string(*meant)}}});
  }
  refuse_type(reading, slot, one_of(kBooleanWords), {}, std::move(fixes));
  return std::nullopt;
}

std::optional<PerEnvironment> read_per_environment(Reading& reading, const Slot& slot) {
  if (!has_value(reading, slot)) return std::nullopt;
  const Node& node = *slot.value;
  if (kind_of(node) == "text") {
    const std::optional<Text> url = read_word(reading, slot);
    if (!url) return std::nullopt;
    return PerEnvironment{.development = url, .production = url, .key = slot.key};
  }
  if (!node.is_mapping()) {
    refuse_type(reading, slot, "a URL or a mapping with `development` and `production`");
    return std::nullopt;
  }
  const auto mapping = open_mapping(reading, slot, kEnvironmentSection);
  if (node.members.empty()) {
    reading.report(slot, finding(model_codes::kMissingKey, lack_place_of(slot),
                                 name_of(slot) + " has neither `development` nor `production`"));
  }
  PerEnvironment urls{.development = mapping->get("development", read_word),
                      .production = mapping->get("production", read_word),
                      .key = slot.key};
  if (!urls.development && !urls.production) return std::nullopt;
  return urls;
}

}  // namespace zoomc::model
