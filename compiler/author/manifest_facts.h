#pragma once
#include "author/candidate.h"
#include "json/value.h"

namespace zoomc::author {

// Takes apart a bare manifest.
ManifestFacts decompose(const json::Value& manifest, const catalog::Catalog& catalog);

}  // namespace zoomc::author
