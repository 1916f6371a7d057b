#include "author/manifest_rest.h"

#include <algorithm>
#include <array>
#include <set>

#include "author/json_to_yaml.h"
#include "syntax/parse.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

// The sections that zoomc writes as objects.
constexpr std::array<std::string_view, 3> kSections = {"display_information", "oauth_information",
                                                       "features"};

}  // namespace

std::string text_or_empty(const json::Value* value) {
  if (value == nullptr || !value->IsString() || is_blank(json::text_of(*value))) return {};
  return std::string(json::text_of(*value));
}

ManifestRest::ManifestRest(const json::Value& manifest) {
  rest_.CopyFrom(manifest, rest_.GetAllocator());
}

json::Value* ManifestRest::section(std::string_view name) {
  json::Value* found = json::find_member(rest_, name, rest_.MemberCount());
  return found != nullptr && found->IsObject() ? found : nullptr;
}

const json::Value* ManifestRest::find(std::string_view section_name, std::string_view name) const {
  const json::Value* object = json::find_member(rest_, section_name);
  if (object == nullptr || !object->IsObject()) return nullptr;
  const json::Value* value = json::find_member(*object, name);
  return value == nullptr || value->IsNull() ? nullptr : value;
}

void ManifestRest::erase(std::string_view section_name, std::string_view name) {
  json::Value* object = section(section_name);
  if (object == nullptr) return;
  object->EraseMember(json::make_string(name, rest_.GetAllocator()));
}

void ManifestRest::erase_below(std::string_view section_name, std::string_view name,
                               std::string_view member) {
  json::Value* object = section(section_name);
  json::Value* below =
      object == nullptr ? nullptr : json::find_member(*object, name, object->MemberCount());
  if (below == nullptr || !below->IsObject()) return;
  below->EraseMember(json::make_string(member, rest_.GetAllocator()));
  if (below->ObjectEmpty()) erase(section_name, name);
}

std::string ManifestRest::take_text(std::string_view section_name, std::string_view name) {
  const json::Value* value = find(section_name, name);
  if (value == nullptr || !value->IsString()) return {};
  std::string text = text_or_empty(value);
  erase(section_name, name);
  return text;
}

std::vector<std::string> ManifestRest::take_words(std::string_view section_name,
                                                  std::string_view name) {
  std::vector<std::string> words;
  const json::Value* list = find(section_name, name);
  if (list != nullptr && list->IsArray()) {
    std::set<std::string> known;
    for (const json::Value& item : list->GetArray()) {
      std::string word = text_or_empty(&item);
      if (!word.empty() && known.insert(word).second) words.push_back(std::move(word));
    }
  }
  erase(section_name, name);
  return words;
}

std::optional<bool> ManifestRest::take_boolean(std::string_view section_name,
                                               std::string_view name) {
  const json::Value* value = find(section_name, name);
  const std::optional<bool> boolean =
      value != nullptr && value->IsBool() ? std::optional(value->GetBool()) : std::nullopt;
  erase(section_name, name);
  return boolean;
}

YamlValue ManifestRest::to_yaml() const {
  // `manifest_extra` is itself below the file.
  YamlValue all = json_to_yaml(rest_, kMaxNesting - 1);
  std::erase_if(all.entries, [](const YamlEntry& entry) {
    const bool is_own = std::find(kSections.begin(), kSections.end(), entry.key) != kSections.end();
    const bool is_object = entry.value.kind == YamlValue::Kind::mapping;
    return (is_own && !is_object) || (is_object && entry.value.entries.empty());
  });
  return all;
}

}  // namespace zoomc
