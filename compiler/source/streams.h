#pragma once
#include <cstddef>
#include <string_view>
#include <sys/types.h>

namespace zoomc {

// Writes all of `bytes`, however many calls it takes, and waits where the other side of a
// non-blocking pipe is slow. Answers an `errno`, or 0.
int write_all(int descriptor, std::string_view bytes);

// read(2) that waits for the first byte also where the descriptor does not block, and goes on after
// a signal: up to `size` bytes, 0 at the end, negative with an `errno`.
ssize_t read_some(int descriptor, char* buffer, std::size_t size);

// Fills the places of standard input, output and error that came closed, so that no file opened
// later gets one of their numbers and is used as that stream. Reading and writing there fails as if
// it were closed.
void occupy_standard_streams();

}  // namespace zoomc
