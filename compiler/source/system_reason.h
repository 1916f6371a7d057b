#pragma once
#include <string>

namespace zoomc {

// `words`, such as programs print for an error, as the end of a sentence: "No such file ..."
// becomes "no such file ...".
std::string as_reason(std::string words);

// The system's words for an `errno` as the end of a sentence: "no such file or directory".
std::string system_reason(int error);

}  // namespace zoomc
