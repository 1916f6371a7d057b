#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"

namespace zoomc::lsp {

// The way to a value: keys from the top of the file, `kEntry` for an entry of a list.
using Path = std::vector<std::string>;
inline constexpr std::string_view kEntry = "[]";

// A key of a mapping, in the words of the schema. `value_follows`: its value goes on the same line.
struct KeyDoc {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  // A value, as it is written in YAML; empty without one.
  std::string example;
  bool value_follows = true;
};

// The values that are allowed at a place.
struct Shape {
  bool scalar = false;
  bool list = false;
  bool mapping = false;
};

// The descriptions that one of our JSON Schemas has for the places of a file.
class SchemaGuide {
 public:
  // `schema` is the text of one, well-formed.
  explicit SchemaGuide(std::string_view schema);

  // The keys of the mapping at `path`, in the order of the schema; none where keys are the
  // author's.
  std::vector<KeyDoc> keys(const Path& path) const;
  // The description of the key that `path` ends with, without its name; empty if there is no such
  // key.
  KeyDoc key(const Path& path) const;
  Shape shape(const Path& path) const;
  // The words that a scalar at `path` can be; none where it can be any.
  std::vector<std::string> words(const Path& path) const;

 private:
  using Schemas = std::vector<const json::Value*>;
  // The conditions for a value, with references followed, and each of several choices.
  void expand(const json::Value& schema, Schemas& out) const;
  Schemas step(const Schemas& from, std::string_view name) const;
  Schemas at(const Path& path) const;
  // The member of `properties` that the last key of the path names; null without one.
  const json::Value* property(const Path& path) const;
  KeyDoc describe(std::string_view name, const json::Value& schema) const;

  json::Document schema_;
};

}  // namespace zoomc::lsp
