#pragma once
#include <span>
#include <string_view>

namespace zoomc {

struct PageExample {
  std::string_view line;
  std::string_view what;
};

// What help and the manual say of a command beyond its options. Every command has one: a test holds
// the table to the command line.
struct CommandPage {
  std::string_view command;
  std::string_view group;
  std::span<const PageExample> examples;
};

// In the order of help; commands of a group stand together.
std::span<const CommandPage> command_pages();

// What a newcomer would try first.
std::span<const PageExample> first_examples();

}  // namespace zoomc
