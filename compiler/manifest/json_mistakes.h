#pragma once
#include <cstdint>
#include <rapidjson/error/error.h>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "manifest/json_builder.h"

namespace zoomc {

// Where and why RapidJSON refused a text: `place` is the byte that it named, `previous_end` the end
// of what it had read before, `next` what stands behind that (the text's size when nothing does).
struct JsonRefusal {
  std::string_view text;
  rapidjson::ParseErrorCode code = rapidjson::kParseErrorNone;
  std::uint32_t place = 0;
  std::uint32_t previous_end = 0;
  std::uint32_t next = 0;
  // What is not closed there, the innermost last.
  std::vector<OpenJson> open;
};

// The mistake in words, at its place: what a person wrote instead of JSON, where that can be told.
Diagnostic explain(const JsonRefusal& refusal);

}  // namespace zoomc
