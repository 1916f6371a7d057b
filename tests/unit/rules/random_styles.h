#pragma once
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace zoomc::testing {

// Writes trees as YAML in every style there is, at random: quotes, block scalars with all headers,
// scalars of several lines, brackets, explicit keys, anchors with aliases, tags, comments and blank
// lines in all places, indentations, line breaks, with or without `---`, a byte order mark and a
// line break at the end. Now and then a word is misspelt or written twice. What comes out need not
// mean what the tree does, nor be YAML at all; mostly it is both. The same for the same seed.
class RandomStyles {
 public:
  // `rules`: what its allowances name.
  RandomStyles(unsigned seed, std::vector<std::string> rules)
      : random_(seed), rules_(std::move(rules)) {}

  std::string write(const syntax::Node& root);
  bool once_in(std::size_t times) { return below(times) == 0; }
  std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  std::string comment();
  std::string gap();
  std::string line_comment(std::size_t column);
  std::string properties(bool is_scalar);
  std::string slip(std::string text);
  std::string scalar(const syntax::Node& node, std::size_t column, bool in_flow, bool is_key);
  std::string quoted(const std::string& text, std::size_t column, bool in_flow);
  std::string block(const std::string& text, std::size_t column);
  std::string flow(const syntax::Node& node, std::size_t column);
  void value(const syntax::Node& node, std::size_t column, bool of_key);
  void mapping(const syntax::Node& node, std::size_t column, bool on_line);
  void sequence(const syntax::Node& node, std::size_t column, bool on_line);
  void end_line();

  std::mt19937 random_;
  std::vector<std::string> rules_;
  std::string out_;
  std::size_t indent_ = 2;
  std::size_t comments_ = 0;
  // The anchors so far with the texts that they name.
  std::vector<std::pair<std::string, std::string>> anchors_;
};

}  // namespace zoomc::testing
