#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "syntax/tree.h"

namespace zoomc::syntax {

// The size that a copy of a node adds to a tree. Counting stops past `kMaxAliasNodes`.
struct Weight {
  std::size_t nodes = 0;
  std::size_t bytes = 0;
  std::size_t height = 0;
};
Weight weigh(const Node& node);

// The size that all copies add to a document.
class Copies {
 public:
  // There are `times` copies more of what weighs so much. Tells whether all fit the limits.
  bool add(const Weight& weight, std::size_t times);

 private:
  std::size_t nodes_ = 0;
  std::size_t bytes_ = 0;
};

// Makes `out` a copy of `named`, which is written by being named. Leaves the span of `out` alone.
void copy_named(const Node& named, Node& out);

enum class AliasAnswer : std::uint8_t { copied, inside_itself, too_many, too_deep };

// The anchored values of a document, kept as long as aliases may ask for them. Knows beforehand how
// many aliases each has, so that all the copies it ever holds and hands out fit the limits.
class Anchors {
 public:
  explicit Anchors(const std::vector<std::uint32_t>& alias_counts) : alias_counts_(alias_counts) {}

  // The anchor number `id` names `node`, which is complete.
  void define(std::uint32_t id, const Node& node);
  // Makes `out` a copy of what anchor `id` names, as `copy_named` does; `depth` collections are
  // around it.
  [[nodiscard]] AliasAnswer copy(std::uint32_t id, std::size_t depth, Node& out) const;

 private:
  struct Kept {
    Node node;
    std::size_t height = 0;
    bool too_heavy = false;
  };

  const std::vector<std::uint32_t>& alias_counts_;
  std::unordered_map<std::uint32_t, Kept> kept_;
  Copies copies_;
};

}  // namespace zoomc::syntax
