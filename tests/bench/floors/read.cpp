// The floor under every program: reading the bytes, and looking at each once.
#include <cstdio>
#include <numeric>

#include "app_files.h"

int main(int argc, char** argv) {
  unsigned sum = 0;
  for (int i = 1; i < argc; ++i) {
    zoomc::bench::for_each_app_file(argv[i], [&sum](const std::string& text) {
      sum = std::accumulate(text.begin(), text.end(), sum, [](unsigned so_far, char c) {
        return so_far + static_cast<unsigned char>(c);
      });
    });
  }
  std::printf("%u\n", sum);
}
