#pragma once
#include <string>
#include <vector>

#include "source/file_system.h"

namespace zoomc {

// Why `outputs` must not be written: one is a file that is read (one of `inputs`), or two of them
// are one file, under whatever names. Empty when all is well. `-` is standard input among the
// inputs, standard output among the outputs.
std::string mistake_in_outputs(const FileSystem& files, const std::vector<std::string>& inputs,
                               const std::vector<std::string>& outputs);

}  // namespace zoomc
