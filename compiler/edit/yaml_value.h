#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc::edit {

struct YamlEntry;

// A YAML value that is to be written, with comments. A literal is written as it is: `true`, `1`.
struct YamlValue {
  enum class Kind : std::uint8_t { text, literal, list, mapping };
  Kind kind = Kind::mapping;
  // Only for a text or a literal.
  std::string text;
  // The items of a list (keys unused), the members of a mapping.
  std::vector<YamlEntry> entries;
  // A mapping that goes on one line, `{a: b}`, where it fits. Lists of words always do.
  bool flow = false;

  static YamlValue make_text(std::string_view text);
  static YamlValue make_literal(std::string_view text);
  static YamlValue make_list();
  static YamlValue make_words(const std::vector<std::string>& words);

  // Adds a member or item and gives it, for comments; no pointer to it outlives the next one.
  YamlEntry& add(std::string_view key, YamlValue value);
  YamlEntry& add(YamlValue item);
};

struct YamlEntry {
  std::string key;
  YamlValue value;
  // Comments without `#`, each one line: above, and behind on the same line.
  std::vector<std::string> above;
  std::string behind;
};

// A mapping as a file, `\n` at the end; an empty line between comments in `head` and what follows.
// Every text reads back as it is. Nesting is the caller's to bound.
[[nodiscard]] std::string write_yaml(const YamlValue& mapping,
                                     const std::vector<std::string>& head = {});

}  // namespace zoomc::edit
