#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "source/span.h"

namespace zoomc::secrets {

// How values are written: in data `name: value` has any text, in code a value without quotes is a
// name or a call.
enum class TextKind : std::uint8_t { data, code };
TextKind text_kind_of(std::string_view path);

// The places in a text that may be secrets, whether or not it can be parsed: values below and after
// names of fields that hold secrets, also with typing mistakes or no colon, in comments and URLs,
// and text that looks like a key in any place. Made for hiding: better a harmless word too many
// than a secret too few. In order, without overlaps.
std::vector<Span> secrets_in_text(const catalog::Catalog& catalog, std::string_view text,
                                  TextKind kind);

// The ones of these that are certain by their name and look like keys.
struct NamedSecret {
  Span span;
  std::string_view name;
};
std::vector<NamedSecret> named_secrets_in_text(const catalog::Catalog& catalog,
                                               std::string_view text);

}  // namespace zoomc::secrets
