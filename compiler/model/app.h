#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/located.h"
#include "syntax/tree.h"

// The app as its author wrote it: every key of the language (DESIGN part 2), typed and with its
// place. Names that only the catalog knows (features, scopes, operations, events, platforms,
// regions) are plain words here; `resolve` looks them up.
namespace zoomc::model {

// Who manages the installed app: the user for themselves or an admin for the account.
enum class ManagedBy : std::uint8_t { user, admin };
enum class Stage : std::uint8_t { testing, published };
enum class Vocabulary : std::uint8_t { granular, guide, classic };
enum class Environment : std::uint8_t { development, production };
enum class Authorizer : std::uint8_t { owner, admin, member };

std::string_view to_string(ManagedBy value);
std::string_view to_string(Stage value);
std::string_view to_string(Vocabulary value);
std::string_view to_string(Environment value);
std::string_view to_string(Authorizer value);

// A URL that may differ between the two environments. One string sets both, to the same span.
struct PerEnvironment {
  std::optional<Text> development;
  std::optional<Text> production;
  Span key;
  bool operator==(const PerEnvironment&) const = default;
};

struct Contact {
  std::optional<Text> name;
  std::optional<Text> email;
};

struct Links {
  std::optional<Text> website;
  std::optional<Text> privacy;
  std::optional<Text> terms;
  std::optional<Text> support;
  std::optional<Text> documentation;
};

// `features: {meetings: [read]}` gives one word with group `meetings`, action `read`; `span` and
// `key` of `action` are those of the action and its group's key.
struct FeatureWord {
  Text group;
  Text action;
  std::string name() const { return group.value + "." + action.value; }
};

struct Subscription {
  Span span;
  Text name;
  std::optional<Text> id;
  std::vector<Text> types;
  PerEnvironment url;
};

// One entry of `justify` or `test_plan`: `text.key` is the key's span.
struct KeyedText {
  std::string key;
  Text text;
};

struct OAuth {
  std::optional<PerEnvironment> redirect_url;
  // Set if the key is written with a list; the model rejects an empty one.
  std::optional<std::vector<Text>> allow_list;
  Span allow_list_span;
  Span allow_list_key;
  std::optional<Located<bool>> strict_mode;
  std::optional<Located<bool>> subdomain_strict_mode;
};

struct SurfaceDomain {
  Text domain;
  std::optional<Text> reason;
};

struct Surface {
  std::vector<Text> products;
  std::optional<PerEnvironment> home_url;
  std::vector<SurfaceDomain> domains;
};

struct Credentials {
  std::optional<Located<Environment>> environment;
  std::optional<Text> client_id;
  std::optional<Text> client_secret;
};

struct Account {
  Span span;
  Text name;
  std::optional<Text> email;
  std::optional<Located<bool>> same_account;
  std::optional<Located<bool>> tester;
  std::optional<Located<bool>> zoom_phone;
  std::optional<Located<Authorizer>> authorizer;
  std::optional<Located<Environment>> authorized_with;
};

// A key that is missing, misspelled or wrong, and the place of the finding about it.
struct UnreadKey {
  std::string path;
  Span place;
};

struct App {
  std::optional<Text> name;
  std::optional<Text> summary;
  std::optional<Text> description;
  std::optional<Text> company;
  std::optional<Text> purpose;
  std::optional<Contact> contact;
  Links links;
  // The spans of the keys `app`, for findings about missing keys below it, and `zoomc`, for missing
  // keys at the top (if `zoomc` is missing too, the span of the first key).
  Span app_key;
  Span zoomc_key;

  std::optional<Located<ManagedBy>> managed_by;
  std::optional<Text> platform;
  std::vector<Text> regions;
  std::optional<Located<Stage>> stage;
  std::optional<Located<Vocabulary>> scope_names;

  std::vector<FeatureWord> features;
  std::vector<Text> optional;
  std::vector<Text> operations;
  std::vector<Subscription> events;
  std::vector<Text> extra_scopes;
  std::vector<KeyedText> justify;
  std::vector<KeyedText> test_plan;

  OAuth oauth;
  std::optional<Surface> surface;
  Credentials credentials;
  std::optional<std::vector<Text>> integrations;
  std::vector<Account> accounts;
  // A mapping, as written.
  std::optional<syntax::Node> manifest_extra;
  // The parts that have been reported as errors, by dotted path ("region", "oauth.redirect_url"; ""
  // is the whole file): a missing value there is not a second mistake.
  std::vector<UnreadKey> unread;
  // The entry for `path`, or for something above it or below it; null if there is none.
  const UnreadKey* find_unread(std::string_view path) const;
  // Whether the file is an app at all, with or without mistakes.
  bool is_readable() const;

  Stage stage_or_default() const { return stage ? stage->value : Stage::testing; }
  Vocabulary vocabulary() const { return scope_names ? scope_names->value : Vocabulary::granular; }
  std::string_view platform_or_default() const {
    return platform ? std::string_view(platform->value) : "unified";
  }
};

// Values from the command line that replace those of the file: `--region`, `--stage`,
// `--managed-by`, `--scope-names`.
struct Overrides {
  std::vector<std::string> regions;
  std::optional<Stage> stage;
  std::optional<ManagedBy> managed_by;
  std::optional<Vocabulary> scope_names;
};

// Replaces the values of the file. A value that the file has keeps its span, so that a finding
// still has a place to point at.
void apply(const Overrides& overrides, App& app);

}  // namespace zoomc::model
