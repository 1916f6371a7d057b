#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "catalog/catalog.h"
#include "model/app.h"

// What a text under `justify` tells a reviewer.
namespace zoomc {

// The words of a text that say something: not on the stop list, and no mere names of scopes or of
// the entry itself. In a script without spaces each character counts as one.
struct TellingWords {
  // 2 for two or more: that is enough.
  std::size_t count = 0;
  // Into the entry's text; empty when there is none.
  std::string_view first;
};
TellingWords find_telling_words(const Catalog& catalog, const KeyedText& entry);

// A text with placeholders is still to come: it is neither. `vague`: fewer than two words say
// something.
bool is_vague(const Catalog& catalog, const KeyedText& entry);
bool is_telling(const Catalog& catalog, const KeyedText& entry);

// The text as a reader takes it: case and white space folded, without a final full stop.
std::string folded_text(std::string_view text);

}  // namespace zoomc
