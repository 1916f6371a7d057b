#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "lint/text_words.h"

namespace zoomc::lint {

// `word`: used until the real text is written. `example_host`: a host for examples.
// `reserved_host`: one for an app that has no domain yet.
enum class PlaceholderKind : std::uint8_t { word, example_host, reserved_host };

struct Placeholder {
  PlaceholderKind kind = PlaceholderKind::word;
  // The words, or the whole host with its subdomains.
  TextPart part;
};

// The placeholders of a text or URL, in order and without overlaps. A text that is only such a word
// is one in any case.
std::vector<Placeholder> find_placeholders(const catalog::Catalog& catalog, std::string_view text);

// The kinds that the values of a YAML file may have, after one quick look at the file: none for
// most.
struct PlaceholderKinds {
  bool word = false;
  bool example_host = false;
  bool reserved_host = false;
};
PlaceholderKinds possible_placeholders(const catalog::Catalog& catalog, std::string_view yaml);

}  // namespace zoomc::lint
