#pragma once

namespace zoomc::test {

// How often a test with random input repeats: under a sanitizer, which is many times slower, a
// tenth of `full`. There the same code runs over the same kinds of input; that each answer is
// right, the release tells.
constexpr unsigned rounds(unsigned full) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  return full / 10;
#endif
#endif
  return full;
}

}  // namespace zoomc::test
