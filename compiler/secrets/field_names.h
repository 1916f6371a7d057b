#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/catalog.h"

namespace zoomc::secrets {

// The meaning of a name for the value under it. `secret`: it is one. `key`: it is one if it looks
// like one. `header`: a mapping that holds the name and the value of a header that authorises.
enum class FieldKind : std::uint8_t { other, secret, key, header };

// The words of a name in lower case, with blanks between: "client secret" for `clientSecret`,
// `client-secret`, `CLIENT_SECRET` and `clientSECRET2`.
std::string field_words(std::string_view name);

// Recognizes the names of fields that hold secrets, by the catalog's lists. Keeps a reference.
class FieldNames {
 public:
  explicit FieldNames(const catalog::Catalog& catalog);

  FieldKind kind_of(std::string_view name) const;
  // The words of such a name that `name` is one or two typing mistakes away from; only useful if
  // the value looks like a key.
  std::optional<std::string_view> meant_by(std::string_view name) const;
  // Whether a value of this name is shown although it looks like a key: an id, a URL.
  bool is_readable(std::string_view name) const;
  // For a mapping of a name and a value: which of them a key holds.
  bool holds_pair_name(std::string_view key) const {
    return is_one_of(catalog::WordList::pair_name, key);
  }
  bool holds_pair_value(std::string_view key) const {
    return is_one_of(catalog::WordList::pair_value, key);
  }

 private:
  bool is_one_of(catalog::WordList list, std::string_view name) const;
  bool ends_like(catalog::WordList list, std::string_view words) const;
  bool may_be_known(std::string_view name) const;

  const catalog::Catalog& catalog_;
  // The last two letters that the known names have: most other names end differently.
  std::array<std::uint32_t, 26> last_letters_{};
};

}  // namespace zoomc::secrets
