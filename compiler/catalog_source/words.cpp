#include "catalog_source/words.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "catalog/lookup.h"
#include "catalog_source/codes.h"
#include "catalog_source/values.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

constexpr std::array kLists{WordList::stop,          WordList::placeholder,  WordList::example_host,
                            WordList::reserved_host, WordList::zoom_product, WordList::official};

// Only placeholders may be phrases and may tell case apart; such a word in another list would never
// be found.
void check_word(CatalogFile& file, WordList list, Cell word) {
  if (list == WordList::placeholder) return;
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
  } else if (space != word.text.end()) {
    file.report(catalog_codes::kValue, at(space),
                in_backticks(word.text) + " has a space: the list " +
                    in_backticks(to_string(list)) + " takes single words");
  }
}

// A list without words would switch off what looks for them.
void check_lists(const Loading& loading, CatalogFile& file, Span header) {
  for (const WordList list : kLists) {
    const auto& words = loading.rows().words;
    if (std::any_of(words.begin(), words.end(), [&](const Word& w) { return w.list == list; })) {
      continue;
    }
    file.report(catalog_codes::kEmptyTable, header,
                "the list " + in_backticks(to_string(list)) + " has no words: add a row for it");
  }
}

void read_word_rows(Loading& loading) {
  constexpr std::array kColumns{Column{"list"}, Column{"words"}, Column{"about", false}};
  TableState state;
  auto opened = loading.open_table(kWordsTable, kColumns, state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  bool is_whole = opened->table.broken_rows().empty();
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell name = opened->table.cell(row, 0);
    const WordList list = read_choice(file, name, "list", kLists);
    const Cell words = opened->table.cell(row, 1);
    if (to_string(list) != name.text) {
      is_whole = false;
      continue;
    }
    require_text(file, words, "words");
    for (const Cell& word : read_list(file, words, ',')) {
      check_word(file, list, word);
      keys.add(file, std::string(name.text) + " " + std::string(word.text), word.span, word.text);
      loading.storage().words.push_back({list, word.text});
    }
  }
  loading.storage().view.words = loading.storage().words;
  if (is_whole) check_lists(loading, file, opened->table.header());
}

}  // namespace

void load_words(Loading& loading) {
  auto& words = loading.storage().words;
  if (loading.falls_back(kWordsTable)) {
    words.assign(loading.fallback()->words.begin(), loading.fallback()->words.end());
  } else {
    read_word_rows(loading);
  }
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return std::tie(a.list, a.text) < std::tie(b.list, b.text);
  });
  loading.storage().view.words = words;
}

}  // namespace zoomc::catalog_source
