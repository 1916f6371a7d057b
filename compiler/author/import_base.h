#pragma once
#include "author/attempt.h"
#include "json/value.h"

namespace zoomc {

// Takes apart a bare manifest.
ImportBase take_apart(const json::Value& manifest, const Catalog& catalog);

}  // namespace zoomc
