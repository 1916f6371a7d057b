#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace zoomc {

// Which numbers belong to which: for each number below a given one a list, all lists in one piece
// of memory. What `of` gives stays where it is when the relation moves, and lives as long as it.
class Relation {
 public:
  // The number on the left, and one that belongs to it.
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  Relation() = default;
  // The numbers on the left are below `size`. A list has the order of its pairs.
  Relation(std::size_t size, std::span<const Pair> pairs);
  Relation(Relation&&) = default;
  Relation& operator=(Relation&&) = default;
  Relation(const Relation&) = delete;
  Relation& operator=(const Relation&) = delete;
  ~Relation() = default;

  std::span<const std::uint32_t> of(std::size_t left) const {
    return std::span(members_).subspan(begins_[left], begins_[left + 1] - begins_[left]);
  }

 private:
  // Where each list begins among the members, and where the last one ends.
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> members_;
};

}  // namespace zoomc
