#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace zoomc::bench {

// Hands the text of every app file below `root` (or of `root` itself) to `use`.
template <typename Use>
void for_each_app_file(const std::filesystem::path& root, Use use) {
  const auto hand_over = [&use](const std::filesystem::path& path) {
    std::string text(std::filesystem::file_size(path), '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in.read(text.data(), static_cast<std::streamsize>(text.size()))) {
      throw std::runtime_error("cannot read " + path.string());
    }
    use(text);
  };
  if (!std::filesystem::is_directory(root)) return hand_over(root);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().string().ends_with(".zoom.yaml")) hand_over(entry.path());
  }
}

}  // namespace zoomc::bench
