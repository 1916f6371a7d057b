#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "resolve/compiled_app.h"

// What the author asked for, as messages name it and by the product of Zoom that it belongs to.
namespace zoomc {

// "`meetings.read`"; "sign-in".
std::string name_of(const Subject& subject);

// "`a`", "`a` and `b`", "`a`, `b` and 3 more": no more names than a person reads.
std::string names_of(const std::vector<const Subject*>& subjects);

// The features of the group `product`, and the operations, events and extra scopes of that product,
// in the order of the file.
std::vector<const Subject*> subjects_of_product(const CompiledApp& cx, std::string_view product);

}  // namespace zoomc
