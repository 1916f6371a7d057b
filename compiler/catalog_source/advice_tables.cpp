#include <fmt/core.h>

#include "catalog_source/row_reader.h"
#include "text/ascii.h"
#include "text/quote.h"

// The tables of words that rules look for, and of answers to errors.
namespace zoomc::catalog_source {
namespace {

// words.tsv and secret_fields.tsv

// Only placeholders and the prefixes of keys may tell case apart, and only some lists have phrases;
// such a word in another list would never be found.
void check_word(CatalogFile& file, catalog::WordList list, Cell word) {
  if (list == catalog::WordList::placeholder || list == catalog::WordList::key_prefix) return;
  const auto report = [&](std::string_view::const_iterator place, std::string message) {
    const auto at = word.span.begin + static_cast<std::uint32_t>(place - word.text.begin());
    file.report(catalog_codes::kValue, {at, at + 1}, std::move(message));
  };
  const std::string quoted = in_backticks(word.text);
  const auto upper = std::ranges::find_if(word.text, is_upper);
  const auto space = std::ranges::find(word.text, ' ');
  if (upper != word.text.end()) {
    report(upper,
           fmt::format("{} has an upper-case letter: the words of the list `{}` are lower case",
                       quoted, catalog::to_string(list)));
  } else if (space != word.text.end() && list < catalog::WordList::secret_field) {
    report(space, fmt::format("{} has a space: the list `{}` takes single words", quoted,
                              catalog::to_string(list)));
  }
}

// A list without words would switch off what looks for them.
void require_words(const std::vector<catalog::Word>& words, const TableState& state,
                   catalog::WordList first, catalog::WordList last) {
  for (auto i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    const auto list = static_cast<catalog::WordList>(i);
    if (std::ranges::find(words, list, &catalog::Word::list) != words.end()) continue;
    state.file->report(
        catalog_codes::kEmptyTable, state.header,
        fmt::format("the list `{}` has no words: add a row for it", catalog::to_string(list)));
  }
}

// The words of these lists, from their table or as the fallback has them.
template <catalog::WordList kFirst, catalog::WordList kLast>
void load_lists(CatalogLoader& loader, std::string_view table) {
  auto& words = loader.storage().words;
  if (loader.falls_back(table)) {
    for (const catalog::Word& word : loader.fallback()->words) {
      if (kFirst <= word.list && word.list <= kLast) words.push_back(word);
    }
    return;
  }
  TableState state;
  bool is_right = true;
  const bool is_read = read_rows<catalog::Word>(
      loader, table, state,
      {{"list", choice<&catalog::Word::list, kFirst, kLast>},
       {"words", any<&catalog::Word::text>},
       {"about", ignored<catalog::Word>, false}},
      [&](TableInput& in, const ReadRow<catalog::Word>& row) {
        is_right = is_right && row.is_right[0];
        if (!row.is_right[0]) return;
        require_text(in.file, row.cells[1], "words");
        for (const Cell& word : read_list(in.file, row.cells[1], ',')) {
          check_word(in.file, row.value.list, word);
          in.add_key(fmt::format("{} {}", row.cells[0].text, word.text), word);
          words.push_back({row.value.list, word.text});
        }
      });
  if (is_read && is_right && state.is_whole()) require_words(words, state, kFirst, kLast);
}

void load_words(CatalogLoader& loader) {
  load_lists<catalog::WordList::stop, catalog::WordList::official>(loader, "words.tsv");
  load_lists<catalog::WordList::secret_field, catalog::WordList::stand_in>(loader,
                                                                           "secret_fields.tsv");
  sort_rows(loader.storage().words, loader.storage().view.words,
            [](const catalog::Word& row) { return std::pair(row.list, row.text); });
}

// errors.tsv and symptoms.tsv

// The columns of an `Advice`, which both tables have after their own.
template <class Row>
std::vector<Field<Row>> with_advice(std::vector<Field<Row>> fields) {
  fields.push_back({"cause", text<&catalog::Advice::cause>});
  fields.push_back({"ways_out", filled<texts<&catalog::Advice::ways_out, '|', Row>>});
  fields.push_back({"shows",
                    optional<choice<&catalog::Advice::shows, catalog::Shows::nothing,
                                    catalog::Shows::guide_names, Row>>,
                    false});
  fields.push_back({"features", features<&catalog::Advice::features>, false});
  fields.push_back({"rules", names<&catalog::Advice::rules>, false});
  return fields;
}

bool error_texts(TableInput& in, Cell cell, catalog::ErrorText& row) {
  const std::vector<Cell> items = read_list(in.file, cell, '|');
  row.texts = keep_texts(in, items);
  for (const Cell& item : items) {
    in.add_key(item);
    // Of a single word nobody could say that it is this text.
    std::size_t words = 0;
    for (std::size_t i = 0; i < item.text.size(); ++i) {
      words += is_letter(item.text[i]) && (i == 0 || !is_letter(item.text[i - 1]));
    }
    if (words >= 2) continue;
    in.report_value(
        item,
        fmt::format("the text {} has fewer than two words: that is too little to recognize it",
                    in_backticks(item.text)));
  }
  return true;
}

void read_errors(CatalogLoader& loader) {
  TableState state;
  read_rows<catalog::ErrorText>(
      loader, "errors.tsv", state,
      with_advice<catalog::ErrorText>(
          {{"texts", filled<error_texts>}, {"codes", names<&catalog::ErrorText::codes>}}),
      [&](TableInput&, const ReadRow<catalog::ErrorText>& row) {
        loader.storage().errors.push_back(row.value);
      });
}

void read_symptoms(CatalogLoader& loader) {
  TableState state;
  read_rows<catalog::Symptom>(
      loader, "symptoms.tsv", state,
      with_advice<catalog::Symptom>(
          {{"symptom", text<&catalog::Symptom::name>},
           {"about", filled<names<&catalog::Symptom::about, catalog::Symptom>>},
           {"trouble", filled<names<&catalog::Symptom::trouble, catalog::Symptom>>}}),
      [&](TableInput& in, const ReadRow<catalog::Symptom>& row) {
        in.add_key(row.cells[0]);
        loader.storage().symptoms.push_back(row.value);
      });
}

// The rows of the fallback. A feature that is gone is not what a row here is about.
template <class Row>
void copy_with_features(CatalogLoader& loader, std::span<const Row> from, std::vector<Row>& rows) {
  for (Row row : from) {
    row.advice.features = translated_features(loader, row.advice.features);
    rows.push_back(row);
  }
}

void load_advice(CatalogLoader& loader) {
  CatalogStorage& storage = loader.storage();
  if (loader.falls_back("errors.tsv")) {
    copy_with_features(loader, loader.fallback()->errors, storage.errors);
  } else {
    read_errors(loader);
  }
  if (loader.falls_back("symptoms.tsv")) {
    copy_with_features(loader, loader.fallback()->symptoms, storage.symptoms);
  } else {
    read_symptoms(loader);
  }
  storage.view.errors = storage.errors;
  storage.view.symptoms = storage.symptoms;
}

}  // namespace

void load_advice_tables(CatalogLoader& loader) {
  load_words(loader);
  load_advice(loader);
}

}  // namespace zoomc::catalog_source
