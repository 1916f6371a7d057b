#pragma once
#include <string>

#include "catalog/catalog.h"

namespace zoomc::lint {

// That the manifest lacks a scope without which one of its settings does not work.
std::string setting_message(const catalog::ImpliedScope& needed);

}  // namespace zoomc::lint
