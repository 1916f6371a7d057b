#pragma once
#include <cstdint>
#include <span>
#include <string_view>

// The rows of the catalog's large tables.
namespace zoomc::catalog {

enum class ScopeModel : std::uint8_t { granular, classic };
// The data that a scope reaches: the user's own, the whole account, sub-accounts; `app`: owned by
// the app itself, from client_credentials.
enum class Level : std::uint8_t { user, admin, master, app };
// The things in Zoom's documentation that a scope is known to allow. `manifest` and `seen`: nothing
// is documented, only manifests or published apps use it, so its level is a guess from the suffix.
enum class Grants : std::uint8_t {
  operation,
  event,
  event_and_operation,
  manifest,
  seen,
  app_owned
};
// How certain the scopes of an event are: from its page, from the names, none needed because its
// page names none, or not known.
enum class EventBasis : std::uint8_t { documented, derived, none, unknown };
// The meaning of a word. In texts: it says nothing in a justification; it is used until the real
// text is written; it is a host for examples, always or only once an app is published; it may
// follow "for Zoom" in a name; it claims that Zoom made the app. In secrets: it ends the name of a
// field that holds one, for sure or if the value looks like one, or that holds none in spite of
// such a name, or whose value is shown although it looks like one; it names a mapping of a header,
// the name and the value in it; it begins a key, or a reference to a secret; it is written in place
// of a secret.
enum class WordList : std::uint8_t {
  stop,
  placeholder,
  example_host,
  reserved_host,
  zoom_product,
  official,
  secret_field,
  key_field,
  harmless_field,
  readable_field,
  custom_header,
  pair_name,
  pair_value,
  key_prefix,
  reference,
  stand_in
};

std::string_view to_string(ScopeModel model);
std::string_view to_string(Level level);
std::string_view to_string(Grants grants);
std::string_view to_string(EventBasis basis);
std::string_view to_string(WordList list);

// Indices into the catalog's tables.
using ScopeId = std::uint16_t;
using OperationId = std::uint16_t;
using EventId = std::uint16_t;
using FeatureId = std::uint16_t;

struct Scope {
  std::string_view name;
  ScopeModel model;
  Level level;
  Grants grants;
  // The level is a guess from the suffix (facts: rows whose grants is `manifest` or `seen`, except
  // four whose level is known).
  bool level_is_guess;
  // The operations that have it among their scopes of its model, ascending.
  std::span<const OperationId> operations = {};
  std::span<const EventId> events = {};
};

// One API call. Its scopes are alternatives: any one is enough. Empty: none known.
struct Operation {
  std::string_view product;
  std::string_view method;
  std::string_view path;
  std::string_view id;
  std::string_view name;
  // The effect of the call, in the third person, for `why`: "lists calls". Empty if nobody wrote
  // one.
  std::string_view does;
  // The effect of its absence: "lists no calls". Empty if nobody wrote one.
  std::string_view without;
  std::span<const ScopeId> granular;
  std::span<const ScopeId> classic;
  // The role permissions that Zoom's documents name, commas between: `User:Read`. Empty: none.
  std::string_view permissions = {};
  // The plans and licenses that the account needs, semicolons between: words of `prerequisites`.
  std::string_view prerequisites = {};
  // A call of the master-account API. Its scopes are never chosen, and no scope counts it among
  // what it allows.
  bool is_master = false;

  std::span<const ScopeId> scopes(ScopeModel model) const {
    return model == ScopeModel::granular ? granular : classic;
  }
};

// A reply that Zoom documents for a call that fails. `{…}` and `$…` in the text stand for values.
struct CallError {
  OperationId operation;
  // The HTTP status.
  std::uint16_t status;
  std::string_view code;
  std::string_view text;
};

// A call or event that Zoom is taking away.
struct Deprecation {
  // `METHOD /path`, or the name of an event.
  std::string_view what;
  // When it ends or ended, YYYY-MM or YYYY-MM-DD. Empty: not known.
  std::string_view since;
  // The calls or events to use instead, semicolons between. Empty: none known.
  std::string_view successors;
};

struct Event {
  std::string_view name;
  std::string_view product;
  std::span<const ScopeId> granular;
  std::span<const ScopeId> classic;
  EventBasis basis;

  std::span<const ScopeId> scopes(ScopeModel model) const {
    return model == ScopeModel::granular ? granular : classic;
  }
};

// A word of a list. Lower case, and case does not matter; a placeholder may have spaces, and one
// with an upper-case letter must match exactly.
struct Word {
  WordList list;
  std::string_view text;
};

}  // namespace zoomc::catalog
