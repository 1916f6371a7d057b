#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

// What every fuzzer is: one input, wherever it comes from.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace zoomc::fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Says what is wrong, and ends the process so that libFuzzer keeps the input.
[[noreturn]] inline void fail(const std::string& mistake) {
  std::fprintf(stderr, "does not hold: %s\n", mistake.c_str());
  std::abort();
}

inline void hold(bool truth, const char* what) {
  if (!truth) fail(what);
}

}  // namespace zoomc::fuzz
