#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "model/app.h"
#include "resolve/compiled_app.h"
#include "resolve/keys.h"

// The texts that the author wrote for Zoom's reviewers, and what their keys mean.
namespace zoomc::lint {

// The severity of a finding that only matters once the app goes to review: a note in testing, a
// warning when it is published.
Severity review_severity(const model::App& app);

struct ReviewerText {
  const model::KeyedText* entry = nullptr;
  resolve::KeyMeaning meaning;
};

// The entries of both lists in the order of the file, with what their keys mean in this app.
struct ReviewerTexts {
  std::vector<ReviewerText> justify;
  std::vector<ReviewerText> test_plan;
};
ReviewerTexts read_reviewer_texts(const resolve::CompiledApp& cx);

// An entry whose key means nothing in this app, so nobody reads its text.
struct OrphanText {
  const model::KeyedText* entry = nullptr;
  // If the key is a name of the catalog: what kind of name it is ("a feature").
  std::string known_as;
  // The members of a composite that the app lacks.
  std::vector<std::string> lacking;
  // The key that was most likely meant and has no text yet.
  std::optional<std::string> meant;
};

// The orphans among the entries, except those that are orphans only because an earlier phase found
// a mistake in the thing they name. Only the first hundred get a suggestion.
std::vector<OrphanText> find_orphans(const resolve::CompiledApp& cx,
                                     const std::vector<ReviewerText>& texts);

// The words of a text under `justify` that tell a reviewer something.

// The words of a text that say something: not on the stop list, and not just names of scopes or of
// the entry itself. In a script without spaces each character counts as one.
struct TellingWords {
  // 2 for two or more: that is enough.
  std::size_t count = 0;
  // A part of the entry's text; empty if there is none.
  std::string_view first;
};
TellingWords find_telling_words(const catalog::Catalog& catalog, const model::KeyedText& entry);

// A text with placeholders is not written yet: it is neither. `vague`: fewer than two words say
// something.
bool is_vague(const catalog::Catalog& catalog, const model::KeyedText& entry);
bool is_telling(const catalog::Catalog& catalog, const model::KeyedText& entry);

// The text as a reader sees it: case and white space folded, without a final full stop.
std::string folded_text(std::string_view text);

}  // namespace zoomc::lint
