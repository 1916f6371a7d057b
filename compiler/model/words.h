#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "model/app.h"

// The words of each enum of the language: the one table behind reading, writing and suggesting.
namespace zoomc::model {

template <class E>
struct EnumWord {
  std::string_view word;
  E value;
};

// Specialised below for every enum that has words in the language.
template <class E>
inline constexpr std::array<EnumWord<E>, 0> kEnumWords{};

template <>
inline constexpr std::array<EnumWord<ManagedBy>, 2> kEnumWords<ManagedBy>{
    {{"user", ManagedBy::user}, {"admin", ManagedBy::admin}}};
template <>
inline constexpr std::array<EnumWord<Stage>, 2> kEnumWords<Stage>{
    {{"testing", Stage::testing}, {"published", Stage::published}}};
template <>
inline constexpr std::array<EnumWord<Vocabulary>, 3> kEnumWords<Vocabulary>{
    {{"granular", Vocabulary::granular},
     {"guide", Vocabulary::guide},
     {"classic", Vocabulary::classic}}};
template <>
inline constexpr std::array<EnumWord<Environment>, 2> kEnumWords<Environment>{
    {{"development", Environment::development}, {"production", Environment::production}}};
template <>
inline constexpr std::array<EnumWord<Authorizer>, 3> kEnumWords<Authorizer>{
    {{"owner", Authorizer::owner}, {"admin", Authorizer::admin}, {"member", Authorizer::member}}};

// All words of an enum, in the order in which the language names them.
template <class E>
std::vector<std::string_view> all_words() {
  std::vector<std::string_view> words;
  words.reserve(kEnumWords<E>.size());
  for (const EnumWord<E>& entry : kEnumWords<E>) words.push_back(entry.word);
  return words;
}

// The value with exactly the name `word`.
template <class E>
std::optional<E> from_word(std::string_view word) {
  for (const EnumWord<E>& entry : kEnumWords<E>) {
    if (entry.word == word) return entry.value;
  }
  return std::nullopt;
}

}  // namespace zoomc::model
