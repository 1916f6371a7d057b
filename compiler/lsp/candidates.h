#pragma once
#include <optional>
#include <vector>

#include "catalog/lookup.h"
#include "lsp/completion.h"
#include "resolve/resolved_app.h"

// What can be written, by kind; the text of each is its name.
namespace zoomc::lsp {

// The names of the catalog of that kind. `path` is that of the key they are for, `app` the app as
// it was last read, or null. Of scopes those that the app can have.
std::vector<Candidate> named_candidates(const Catalog& catalog, TopicKind kind, const Path& path,
                                        const ResolvedApp* app);

// The words that the schema has for a scalar.
std::vector<Candidate> word_candidates(const SchemaGuide& guide, const Path& path);
std::vector<Candidate> key_candidates(const SchemaGuide& guide, const Path& path);
// The rules that an allowance can name and settings can change.
std::vector<Candidate> rule_candidates(std::span<const Rule> rules);

// Keeps the best `kMaxCandidates` of those that have the letters of `typed` in their order: first
// those that begin with it, then those that hold it.
void keep_best(std::vector<Candidate>& candidates, std::string_view typed);

// Fills in details that take a search to find.
void add_details(const Catalog& catalog, std::vector<Candidate>& candidates);

}  // namespace zoomc::lsp
