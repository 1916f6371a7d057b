#pragma once
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace zoomc {

// The symptoms that a description in a person's own words means, in the order of the table: those
// of which it has the most telling words. None where most of its words are about something else.
std::vector<const Symptom*> match_symptoms(const Catalog& catalog, std::string_view topic);

}  // namespace zoomc
