#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "catalog/rows.h"

// Rows without pointers, as in the compiled-in tables: their names and lists are in pools that all
// rows share. The address of a program differs from run to run, and each pointer in its data has to
// be corrected at start-up; these rows need no correction.
namespace zoomc::catalog {

struct Pools {
  std::string_view texts;
  std::span<const ScopeId> scope_ids;
  std::span<const OperationId> operation_ids;
  std::span<const EventId> event_ids;
};

// A part of a pool: its first element and the number of elements.
struct PackedText {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;

  constexpr std::string_view in(std::string_view pool) const { return {pool.data() + begin, size}; }
};
struct PackedList {
  std::uint16_t begin = 0;
  std::uint16_t size = 0;

  template <class Id>
  constexpr std::span<const Id> in(std::span<const Id> pool) const {
    return pool.subspan(begin, size);
  }
};

// A packed `Row` of the catalog: `unpacked` returns the row, with views into the pools.
template <class Row>
struct Packed;

template <>
struct Packed<Scope> {
  PackedText name;
  ScopeModel model;
  Level level;
  Grants grants;
  bool level_is_guess;
  PackedList operations;
  PackedList events;

  constexpr Scope unpacked(const Pools& pools) const {
    return {.name = name.in(pools.texts),
            .model = model,
            .level = level,
            .grants = grants,
            .level_is_guess = level_is_guess,
            .operations = operations.in(pools.operation_ids),
            .events = events.in(pools.event_ids)};
  }
};

template <>
struct Packed<Operation> {
  PackedText product;
  PackedText method;
  PackedText path;
  PackedText id;
  PackedText name;
  PackedText does;
  PackedText without;
  PackedList granular;
  PackedList classic;
  PackedText permissions;
  PackedText prerequisites;
  bool is_master;

  constexpr Operation unpacked(const Pools& pools) const {
    return {.product = product.in(pools.texts),
            .method = method.in(pools.texts),
            .path = path.in(pools.texts),
            .id = id.in(pools.texts),
            .name = name.in(pools.texts),
            .does = does.in(pools.texts),
            .without = without.in(pools.texts),
            .granular = granular.in(pools.scope_ids),
            .classic = classic.in(pools.scope_ids),
            .permissions = permissions.in(pools.texts),
            .prerequisites = prerequisites.in(pools.texts),
            .is_master = is_master};
  }
};

template <>
struct Packed<CallError> {
  OperationId operation;
  std::uint16_t status;
  PackedText code;
  PackedText text;

  constexpr CallError unpacked(const Pools& pools) const {
    return {.operation = operation,
            .status = status,
            .code = code.in(pools.texts),
            .text = text.in(pools.texts)};
  }
};

template <>
struct Packed<Deprecation> {
  PackedText what;
  PackedText since;
  PackedText successors;

  constexpr Deprecation unpacked(const Pools& pools) const {
    return {.what = what.in(pools.texts),
            .since = since.in(pools.texts),
            .successors = successors.in(pools.texts)};
  }
};

template <>
struct Packed<Event> {
  PackedText name;
  PackedText product;
  PackedList granular;
  PackedList classic;
  EventBasis basis;

  constexpr Event unpacked(const Pools& pools) const {
    return {.name = name.in(pools.texts),
            .product = product.in(pools.texts),
            .granular = granular.in(pools.scope_ids),
            .classic = classic.in(pools.scope_ids),
            .basis = basis};
  }
};

template <>
struct Packed<Word> {
  WordList list;
  PackedText text;

  constexpr Word unpacked(const Pools& pools) const {
    return {.list = list, .text = text.in(pools.texts)};
  }
};

}  // namespace zoomc::catalog
