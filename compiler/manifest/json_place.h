#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"

namespace zoomc::manifest {

// Pointers as Zoom writes them: "/oauth_information/scopes[0]"; the root is "/". They are for
// people: control characters in names are escaped, and long names are cut as in messages.
std::string member_pointer(std::string_view parent, std::string_view name);
std::string item_pointer(std::string_view parent, std::size_t index);

// A place in a JSON document, whether or not anything is there. `null` counts as nothing: to
// Zoom it is the same as an absent key. The document must outlive the place, and so must the names
// that it was asked for.
class JsonPlace {
 public:
  explicit JsonPlace(const json::Value& root);

  // Below anything but an object or array there is only nothing.
  JsonPlace member(std::string_view name) const;
  JsonPlace member_at(std::size_t index) const;
  JsonPlace item(std::size_t index) const;

  std::string pointer() const;
  // Comparing these compares the places in the document's order; what is absent comes last.
  std::vector<std::uint32_t> order() const;

  bool present() const { return value_ != nullptr; }
  // The value, or null where there is nothing.
  const json::Value* value() const { return value_; }
  // The name of the member at `index` of this object.
  std::string_view member_name(std::size_t index) const;
  // The number of members or items; 0 for any other value.
  std::size_t member_count() const;
  std::size_t item_count() const;
  std::optional<std::string_view> text() const;
  bool is_true() const;
  // Nothing, or a string of white space: Zoom treats a blank URL as a missing one.
  bool is_blank() const;
  // Absent or of that kind, so that what is missing below it is really missing.
  bool may_be_object() const { return !present() || value_->IsObject(); }
  bool may_be_array() const { return !present() || value_->IsArray(); }

 private:
  // From one value to one below it. Pointers are only written where something is found, which is
  // seldom.
  struct Step {
    // Only for a member; items have none.
    std::string_view name;
    std::uint32_t index = 0;
    bool is_item = false;
  };

  JsonPlace child(const json::Value* value, Step step) const;

  const json::Value* value_;
  std::vector<Step> steps_;
};

}  // namespace zoomc::manifest
