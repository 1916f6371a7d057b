#include "catalog_source/words.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "catalog/lookup.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

constexpr std::array kLists{WordList::stop,          WordList::placeholder,  WordList::example_host,
                            WordList::reserved_host, WordList::zoom_product, WordList::official};
constexpr std::array kSecretLists{WordList::secret_field,   WordList::key_field,
                                  WordList::harmless_field, WordList::readable_field,
                                  WordList::custom_header,  WordList::pair_name,
                                  WordList::pair_value,     WordList::key_prefix,
                                  WordList::reference,      WordList::stand_in};

bool may_be_phrase(WordList list) {
  return list == WordList::placeholder || (list >= WordList::secret_field);
}

// Only placeholders and the prefixes of keys may tell case apart, and only some lists have phrases;
// such a word in another list would never be found.
void check_word(CatalogFile& file, WordList list, Cell word) {
  if (list == WordList::placeholder || list == WordList::key_prefix) return;
  const auto at = [&](std::string_view::const_iterator place) {
    const auto offset = word.span.begin + static_cast<std::uint32_t>(place - word.text.begin());
    return Span{offset, offset + 1};
  };
  const auto upper = std::find_if(word.text.begin(), word.text.end(), is_upper);
  const auto space = std::find(word.text.begin(), word.text.end(), ' ');
  if (upper != word.text.end()) {
    file.report(catalog_codes::kValue, at(upper),
                in_backticks(word.text) + " has an upper-case letter: the words of the list " +
                    in_backticks(to_string(list)) + " are lower case");
  } else if (space != word.text.end() && !may_be_phrase(list)) {
    file.report(catalog_codes::kValue, at(space),
                in_backticks(word.text) + " has a space: the list " +
                    in_backticks(to_string(list)) + " takes single words");
  }
}

// A list without words would switch off what looks for them.
void check_lists(const Loading& loading, CatalogFile& file, std::span<const WordList> lists,
                 Span header) {
  for (const WordList list : lists) {
    const auto& words = loading.rows().words;
    if (std::any_of(words.begin(), words.end(), [&](const Word& w) { return w.list == list; })) {
      continue;
    }
    file.report(catalog_codes::kEmptyTable, header,
                "the list " + in_backticks(to_string(list)) + " has no words: add a row for it");
  }
}

template <std::size_t kCount>
void read_word_rows(Loading& loading, std::string_view name,
                    const std::array<WordList, kCount>& lists) {
  constexpr std::array kColumns{Column{"list"}, Column{"words"}, Column{"about", false}};
  TableState state;
  auto opened = loading.open_table(name, kColumns, state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  bool is_whole = opened->table.broken_rows().empty();
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell chosen = opened->table.cell(row, 0);
    const WordList list = read_choice(file, chosen, "list", lists);
    const Cell words = opened->table.cell(row, 1);
    if (to_string(list) != chosen.text) {
      is_whole = false;
      continue;
    }
    require_text(file, words, "words");
    for (const Cell& word : read_list(file, words, ',')) {
      check_word(file, list, word);
      keys.add(file, std::string(chosen.text) + " " + std::string(word.text), word.span, word.text);
      loading.storage().words.push_back({list, word.text});
    }
  }
  loading.storage().view.words = loading.storage().words;
  if (is_whole) check_lists(loading, file, lists, opened->table.header());
}

// The words of these lists, from their table or as the fallback has them.
template <std::size_t kCount>
void load_lists(Loading& loading, std::string_view name,
                const std::array<WordList, kCount>& lists) {
  if (!loading.falls_back(name)) return read_word_rows(loading, name, lists);
  for (const Word& word : loading.fallback()->words) {
    if (std::find(lists.begin(), lists.end(), word.list) != lists.end()) {
      loading.storage().words.push_back(word);
    }
  }
}

}  // namespace

void load_words(Loading& loading) {
  load_lists(loading, kWordsTable, kLists);
  load_lists(loading, kSecretFieldsTable, kSecretLists);
  auto& words = loading.storage().words;
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return std::tie(a.list, a.text) < std::tie(b.list, b.text);
  });
  loading.storage().view.words = words;
}

}  // namespace zoomc::catalog_source
