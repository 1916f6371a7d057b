#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "json/value.h"
#include "support/catch.h"
#include "support/project.h"

namespace zoomc::testing {

inline json::Document json_of_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  INFO(path.string());
  REQUIRE(stream.good());
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  json::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

}  // namespace zoomc::testing
