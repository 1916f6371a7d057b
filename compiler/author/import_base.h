#pragma once
#include "author/attempt.h"
#include "json/value.h"

namespace zoomc::author {

// Takes apart a bare manifest.
ImportBase take_apart(const json::Value& manifest, const catalog::Catalog& catalog);

}  // namespace zoomc::author
