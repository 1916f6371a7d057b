#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "source/descriptor.h"

namespace zoomc {

// What a file has beside its bytes, owner and mode: access control lists, security labels, what
// programs have noted. By name, the value as the system gives it.
using ExtendedAttributes = std::vector<std::pair<std::string, std::string>>;

// Those of the file at `path`; nothing when they cannot be read.
std::optional<ExtendedAttributes> attributes_of(const std::string& path);

// Gives a new file these, and no list that it has from its directory. Whether it has them all now.
// Asks for no memory.
bool take_attributes(const Descriptor& file, const ExtendedAttributes& attributes);

}  // namespace zoomc
