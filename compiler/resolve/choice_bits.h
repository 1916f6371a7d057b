#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace zoomc::choice {

// A set of small numbers below a size fixed by its maker. Two sets meet in one operation only when
// they have the same size.
class Bits {
 public:
  Bits() = default;
  explicit Bits(std::size_t size) : words_((size + kWordBits - 1) / kWordBits) {}

  // Room for numbers below `size`; nothing is lost when it grows.
  void resize(std::size_t size) { words_.resize((size + kWordBits - 1) / kWordBits); }

  void set(std::size_t i) { words_[i / kWordBits] |= bit(i); }
  void reset(std::size_t i) { words_[i / kWordBits] &= ~bit(i); }
  bool test(std::size_t i) const { return (words_[i / kWordBits] & bit(i)) != 0; }

  bool none() const {
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }

  std::uint32_t count() const {
    int total = 0;
    for (const std::uint64_t word : words_) total += std::popcount(word);
    return static_cast<std::uint32_t>(total);
  }

  // The least member; the set must not be empty.
  std::size_t first() const {
    std::size_t w = 0;
    while (words_[w] == 0) ++w;
    return w * kWordBits + static_cast<std::size_t>(std::countr_zero(words_[w]));
  }

  Bits& operator|=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
    return *this;
  }
  Bits& operator&=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
    return *this;
  }
  Bits& operator-=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
    return *this;
  }
  friend Bits operator|(Bits a, const Bits& b) { return a |= b; }
  friend Bits operator&(Bits a, const Bits& b) { return a &= b; }
  friend Bits operator-(Bits a, const Bits& b) { return a -= b; }
  friend bool operator==(const Bits&, const Bits&) = default;

  // Calls `visit(number)` in ascending order. The set may change meanwhile: a word is read once,
  // when its first number is due.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::uint64_t word = words_[w]; word != 0; word &= word - 1) {
        visit(w * kWordBits + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

  // The same over a ∩ b.
  template <class Visit>
  friend void for_each_common(const Bits& a, const Bits& b, Visit visit) {
    for (std::size_t w = 0; w < a.words_.size(); ++w) {
      for (std::uint64_t word = a.words_[w] & b.words_[w]; word != 0; word &= word - 1) {
        visit(w * kWordBits + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

  friend std::uint32_t count_common(const Bits& a, const Bits& b);
  friend std::uint32_t count_beyond(const Bits& a, const Bits& within, const Bits& known);
  friend bool intersects(const Bits& a, const Bits& b);
  friend bool is_subset(const Bits& a, const Bits& within, const Bits& b);

 private:
  static constexpr std::size_t kWordBits = 64;
  static constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << (i % kWordBits); }

  std::vector<std::uint64_t> words_;
};

// |a ∩ b|
inline std::uint32_t count_common(const Bits& a, const Bits& b) {
  int total = 0;
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    total += std::popcount(a.words_[w] & b.words_[w]);
  }
  return static_cast<std::uint32_t>(total);
}

// |(a ∩ within) \ known|
inline std::uint32_t count_beyond(const Bits& a, const Bits& within, const Bits& known) {
  int total = 0;
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    total += std::popcount(a.words_[w] & within.words_[w] & ~known.words_[w]);
  }
  return static_cast<std::uint32_t>(total);
}

inline bool intersects(const Bits& a, const Bits& b) {
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    if ((a.words_[w] & b.words_[w]) != 0) return true;
  }
  return false;
}

// (a ∩ within) ⊆ b
inline bool is_subset(const Bits& a, const Bits& within, const Bits& b) {
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    if ((a.words_[w] & within.words_[w] & ~b.words_[w]) != 0) return false;
  }
  return true;
}

}  // namespace zoomc::choice
