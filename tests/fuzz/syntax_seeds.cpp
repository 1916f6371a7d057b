// Writes every YAML text of the repository to a file of its own in the folder that is named.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

#include "support/repository_texts.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: fuzz_syntax_seeds FOLDER\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    std::size_t number = 0;
    for (const zoomc::RepositoryText& one : zoomc::repository_texts()) {
      std::ofstream(folder / ("seed" + std::to_string(++number)), std::ios::binary) << one.text;
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
