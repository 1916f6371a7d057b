// For each fuzzer a folder `seeds/<fuzzer>` and a dictionary `<fuzzer>.dict` in the folder that is
// named.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

#include "seeds.h"

namespace zoomc::fuzz {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

// As libFuzzer reads it: all but letters and digits as `\xAB`.
std::string dictionary_line(const std::string& word) {
  std::string line = "\"";
  for (const char c : word) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    char escaped[8];
    std::snprintf(escaped, sizeof(escaped), "\\x%02X",
                  static_cast<unsigned>(static_cast<unsigned char>(c)));
    line += is_plain ? std::string(1, c) : std::string(escaped);
  }
  return line + "\"\n";
}

void write_start(const fs::path& folder, const Start& start) {
  const fs::path seeds = folder / "seeds" / start.fuzzer;
  fs::remove_all(seeds);
  fs::create_directories(seeds);
  for (std::size_t i = 0; i < start.seeds.size(); ++i) {
    write_file(seeds / ("seed" + std::to_string(i)), start.seeds[i]);
  }
  std::string dictionary;
  for (const std::string& word : start.words) dictionary += dictionary_line(word);
  write_file(folder / (start.fuzzer + ".dict"), dictionary);
}

}  // namespace
}  // namespace zoomc::fuzz

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: make_seeds FOLDER\n", stderr);
    return 2;
  }
  try {
    for (const zoomc::fuzz::Start& start : zoomc::fuzz::all_starts()) {
      zoomc::fuzz::write_start(argv[1], start);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
