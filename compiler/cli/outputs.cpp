#include "cli/outputs.h"

#include <map>

#include "text/quote.h"

namespace zoomc {
namespace {

// The paths by the file that each leads to, which knows the first of them.
using Files = std::map<FileIdentity, std::string>;

std::string shown(const std::string& path, std::string_view stream) {
  return path == "-" ? std::string(stream) : in_backticks(path);
}

std::string is_input(const std::string& output, const std::string& input) {
  const std::string begin = "the output " + shown(output, "standard output") + " is ";
  if (output == input && output != "-") return begin + "the input";
  return begin + "the input " + shown(input, "standard input") +
         ", which would be lost: write to another file";
}

std::string are_one(const std::string& first, const std::string& second) {
  if (first == second) return "two files have the same output " + shown(first, "standard output");
  return "the outputs " + shown(first, "standard output") + " and " +
         shown(second, "standard output") + " are one file: write to two";
}

}  // namespace

std::string mistake_in_outputs(const FileSystem& files, const std::vector<std::string>& inputs,
                               const std::vector<std::string>& outputs) {
  Files read;
  for (const std::string& input : inputs) {
    const auto file = files.identity(input == "-" ? "/dev/stdin" : input);
    if (file) read.emplace(*file, input);
  }
  Files written;
  for (const std::string& output : outputs) {
    const auto file = files.identity(output == "-" ? "/dev/stdout" : output);
    if (!file) continue;
    if (const auto same = read.find(*file); same != read.end()) {
      return is_input(output, same->second);
    }
    const auto [same, is_new] = written.emplace(*file, output);
    if (!is_new) return are_one(same->second, output);
  }
  return {};
}

}  // namespace zoomc
