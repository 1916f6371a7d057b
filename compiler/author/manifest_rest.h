#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "author/yaml_value.h"
#include "json/value.h"

namespace zoomc {

// A manifest from which what the language has words for is taken, piece by piece; what remains goes
// to `manifest_extra`. A piece is named by its section and its name there.
class ManifestRest {
 public:
  explicit ManifestRest(const json::Value& manifest);

  // The text there, empty where there is none. What is no text stays.
  std::string take_text(std::string_view section, std::string_view name);
  // The distinct texts of the list there; whatever else stands there goes too.
  std::vector<std::string> take_words(std::string_view section, std::string_view name);
  std::optional<bool> take_boolean(std::string_view section, std::string_view name);

  // Null for what is absent or `null`.
  const json::Value* find(std::string_view section, std::string_view name) const;
  void erase(std::string_view section, std::string_view name);

  // A member of the object there; what is empty then goes too.
  void erase_below(std::string_view section, std::string_view name, std::string_view member);

  // All that is still there, without sections that are empty by now and without those that zoomc
  // writes and that are no objects here.
  YamlValue to_yaml() const;

 private:
  json::Value* section(std::string_view name);

  json::Document rest_;
};

// The text, or empty where there is none or a blank one.
std::string text_or_empty(const json::Value* value);

}  // namespace zoomc
