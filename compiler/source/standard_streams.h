#pragma once

namespace zoomc {

// Fills the places of standard input, output and error that came closed, so that no file opened
// later gets one of their numbers and is taken for it. Reading and writing there fails as if it
// were closed.
void occupy_standard_streams();

}  // namespace zoomc
