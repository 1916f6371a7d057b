#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

// Finding rows by name. All names are exact, case included, unless said otherwise.
namespace zoomc::catalog {

// The scope of that name in that model.
std::optional<ScopeId> find_scope(const Catalog& catalog, std::string_view name, ScopeModel model);
std::optional<EventId> find_event(const Catalog& catalog, std::string_view name);
std::optional<FeatureId> find_feature(const Catalog& catalog, std::string_view name);
// The calls of a feature, each once: of the account, then of the connecting user.
std::vector<OperationId> calls_of(const Feature& feature);
// The step that shows the operation at work in that feature, or null.
const TestStep* find_test_step(const Feature& feature, OperationId operation);
const Composite* find_composite(const Catalog& catalog, std::string_view name);
const Platform* find_platform(const Catalog& catalog, std::string_view id);

// The words of a list, in order; and whether `word`, in lower case, is one of them.
CatalogTable<Word> words_of(const Catalog& catalog, WordList list);
bool has_word(const Catalog& catalog, WordList list, std::string_view word);

// The operation of exactly that method and path.
std::optional<OperationId> find_operation(const Catalog& catalog, std::string_view method,
                                          std::string_view path);

// The operations that `name` may mean: one if it is clear, several if it is ambiguous, none if it
// is unknown. `METHOD /path`: an exact path wins; otherwise parameter names do not matter and `me`
// matches `{userId}`. A word without a space is an operation id, and means a call of the
// master-account API only where no other has it.
std::vector<OperationId> find_operations(const Catalog& catalog, std::string_view name);

// What is known of the end of a call, `METHOD /path`, or an event.
std::optional<Deprecation> find_deprecation(const Catalog& catalog, std::string_view what);
// The replies that Zoom documents for a call.
CatalogTable<CallError> errors_of(const Catalog& catalog, OperationId operation);

// Whether one of these scopes, or one that Zoom adds because of it, allows a call.
bool is_allowed_by(const Catalog& catalog, OperationId operation, ScopeModel model,
                   std::span<const std::string_view> scopes);

// The name of an operation in messages and keys: "GET /users/{userId}".
std::string display_name(const Operation& operation);

}  // namespace zoomc::catalog
