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

// Where a text has what may be a secret, whether or not it can be parsed: below and behind names of
// fields that hold secrets, also with typing mistakes or no colon, in comments and URLs, and what
// looks like a key wherever it stands. Made for hiding: rather a harmless word too many than a
// secret too few. In order, without overlaps.
std::vector<Span> secrets_in_text(const catalog::Catalog& catalog, std::string_view text,
                                  TextKind kind);

// Of these the ones that a name gives away for sure, and that look like keys.
struct NamedSecret {
  Span span;
  std::string_view name;
};
std::vector<NamedSecret> named_secrets_in_text(const catalog::Catalog& catalog,
                                               std::string_view text);

}  // namespace zoomc::secrets
