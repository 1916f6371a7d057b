#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

// How findings of all phases say that Zoom is taking a call or an event away.
namespace zoomc::lint {

// Its calls or events to use instead, in the order of the table.
std::vector<std::string_view> successors_of(const catalog::Deprecation& row);

// "`GET /phone/call_logs` is deprecated, with 2026-04 as its end; use `GET /phone/call_history`".
// It has no tense, because nothing in a file says what day it is.
std::string deprecation_message(const catalog::Deprecation& row);

}  // namespace zoomc::lint
