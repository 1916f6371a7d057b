#pragma once
#include <compare>
#include <cstddef>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>

#include "catalog/packed.h"

namespace zoomc::catalog {

// The rows of a table of the catalog, which it does not own: plain or packed. They are returned by
// value, so `const Row& row = table[i]` is fine and `&table[i]` is not.
template <class Row>
class CatalogTable {
 public:
  class Iterator;

  constexpr CatalogTable() = default;
  template <class Rows>
  requires std::is_convertible_v<const Rows&, std::span<const Row>>
  constexpr CatalogTable(const Rows& rows) : rows_(rows) {}
  constexpr CatalogTable(std::span<const Packed<Row>> rows, const Pools& pools)
      : packed_(rows), pools_(&pools) {}

  constexpr std::size_t size() const { return pools_ == nullptr ? rows_.size() : packed_.size(); }
  constexpr bool empty() const { return size() == 0; }
  constexpr Row operator[](std::size_t index) const {
    return pools_ == nullptr ? rows_[index] : packed_[index].unpacked(*pools_);
  }
  // `size` rows from `begin` on.
  constexpr CatalogTable part(std::size_t begin, std::size_t size) const {
    CatalogTable rows = *this;
    if (pools_ == nullptr) {
      rows.rows_ = rows_.subspan(begin, size);
    } else {
      rows.packed_ = packed_.subspan(begin, size);
    }
    return rows;
  }
  constexpr Iterator begin() const { return {this, 0}; }
  constexpr Iterator end() const { return {this, size()}; }

 private:
  std::span<const Row> rows_;
  std::span<const Packed<Row>> packed_;
  // Null when the rows are not packed.
  const Pools* pools_ = nullptr;
};

// Like a random access iterator, except that `*` and `->` give a value.
template <class Row>
class CatalogTable<Row>::Iterator {
 public:
  using iterator_category = std::random_access_iterator_tag;
  using difference_type = std::ptrdiff_t;
  using value_type = Row;
  using reference = Row;
  struct pointer {
    Row row;
    constexpr const Row* operator->() const { return &row; }
  };

  constexpr Iterator() = default;
  constexpr Iterator(const CatalogTable* table, std::size_t index) : table_(table), index_(index) {}

  constexpr Row operator*() const { return (*table_)[index_]; }
  constexpr pointer operator->() const { return {**this}; }
  constexpr Row operator[](difference_type by) const { return *(*this + by); }

  constexpr Iterator& operator+=(difference_type by) {
    index_ += static_cast<std::size_t>(by);
    return *this;
  }
  constexpr Iterator& operator-=(difference_type by) { return *this += -by; }
  constexpr Iterator& operator++() { return *this += 1; }
  constexpr Iterator& operator--() { return *this += -1; }
  constexpr Iterator operator++(int) { return std::exchange(*this, *this + 1); }
  constexpr Iterator operator--(int) { return std::exchange(*this, *this - 1); }

  friend constexpr Iterator operator+(Iterator at, difference_type by) { return at += by; }
  friend constexpr Iterator operator+(difference_type by, Iterator at) { return at += by; }
  friend constexpr Iterator operator-(Iterator at, difference_type by) { return at -= by; }
  friend constexpr difference_type operator-(const Iterator& a, const Iterator& b) {
    return static_cast<difference_type>(a.index_) - static_cast<difference_type>(b.index_);
  }
  friend constexpr bool operator==(const Iterator& a, const Iterator& b) {
    return a.index_ == b.index_;
  }
  friend constexpr auto operator<=>(const Iterator& a, const Iterator& b) {
    return a.index_ <=> b.index_;
  }

 private:
  const CatalogTable* table_ = nullptr;
  std::size_t index_ = 0;
};

}  // namespace zoomc::catalog
