#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>

// The keys of a language and their places: those of the app, below, and those of the project
// settings.
namespace zoomc::model {

// Required keys, and only they, have an example: the member as a person would write it.
struct KeySpec {
  std::string_view name;
  std::string_view example = {};

  constexpr bool required() const { return !example.empty(); }
};

// The keys of one kind of mapping. `home` names the place of such a mapping, as a phrase; empty if
// a suggestion should never name it.
struct Section {
  std::string_view home;
  std::span<const KeySpec> keys;

  const KeySpec* find(std::string_view key) const;
  // "`name`, `email`", every key in backticks.
  std::string list() const;
};

// The language of a file: the name of the whole file in messages, and its kinds of mappings, the
// outermost first.
struct Language {
  std::string_view file;
  std::span<const Section> sections;

  // The places where `key` is known, the outermost first: "in `oauth`". Empty if there are none.
  std::string_view parent_of(std::string_view key) const;
};

inline constexpr std::array kRootKeys{
    KeySpec{"zoomc", "zoomc: 1"},
    KeySpec{"app", "app: {name: My App}"},
    KeySpec{"managed_by"},
    KeySpec{"platform"},
    KeySpec{"region"},
    KeySpec{"stage"},
    KeySpec{"scope_names"},
    KeySpec{"features"},
    KeySpec{"optional"},
    KeySpec{"operations"},
    KeySpec{"events"},
    KeySpec{"extra_scopes"},
    KeySpec{"justify"},
    KeySpec{"test_plan"},
    KeySpec{"oauth"},
    KeySpec{"surface"},
    KeySpec{"credentials"},
    KeySpec{"unified"},
    KeySpec{"accounts"},
    KeySpec{"manifest_extra"},
};
inline constexpr std::array kAppKeys{
    KeySpec{"name", "name: My App"},
    KeySpec{"summary"},
    KeySpec{"description"},
    KeySpec{"company"},
    KeySpec{"purpose"},
    KeySpec{"contact"},
    KeySpec{"links"},
};
inline constexpr std::array kContactKeys{KeySpec{"name"}, KeySpec{"email"}};
inline constexpr std::array kLinksKeys{
    KeySpec{"website"}, KeySpec{"privacy"},       KeySpec{"terms"},
    KeySpec{"support"}, KeySpec{"documentation"},
};
inline constexpr std::array kEventKeys{
    KeySpec{"name", "name: Recordings"},
    KeySpec{"id"},
    KeySpec{"types", "types: [recording.completed]"},
    KeySpec{"url", "url: https://hooks.acme.example/zoom"},
};
inline constexpr std::array kOAuthKeys{
    KeySpec{"redirect_url"},
    KeySpec{"allow_list"},
    KeySpec{"strict_mode"},
    KeySpec{"subdomain_strict_mode"},
};
inline constexpr std::array kSurfaceKeys{
    KeySpec{"products", "products: [ZOOM_MEETING]"},
    KeySpec{"home_url"},
    KeySpec{"domains"},
};
inline constexpr std::array kDomainKeys{
    KeySpec{"domain", "domain: app.acme.example"},
    KeySpec{"reason"},
};
inline constexpr std::array kCredentialsKeys{
    KeySpec{"environment"},
    KeySpec{"client_id"},
    KeySpec{"client_secret"},
};
inline constexpr std::array kUnifiedKeys{KeySpec{"integrations"}};
inline constexpr std::array kAccountKeys{
    KeySpec{"name", "name: Acme HQ"},
    KeySpec{"email"},
    KeySpec{"same_account"},
    KeySpec{"tester"},
    KeySpec{"zoom_phone"},
    KeySpec{"authorizer"},
    KeySpec{"authorized_with"},
};
inline constexpr std::array kEnvironmentKeys{KeySpec{"development"}, KeySpec{"production"}};

inline constexpr Section kRootSection{"at the top of the file", kRootKeys};
inline constexpr Section kAppSection{"in `app`", kAppKeys};
inline constexpr Section kContactSection{"in `app.contact`", kContactKeys};
inline constexpr Section kLinksSection{"in `app.links`", kLinksKeys};
inline constexpr Section kEventSection{"in an entry of `events`", kEventKeys};
inline constexpr Section kOAuthSection{"in `oauth`", kOAuthKeys};
inline constexpr Section kSurfaceSection{"in `surface`", kSurfaceKeys};
inline constexpr Section kDomainSection{"in an entry of `surface.domains`", kDomainKeys};
inline constexpr Section kCredentialsSection{"in `credentials`", kCredentialsKeys};
inline constexpr Section kUnifiedSection{"in `unified`", kUnifiedKeys};
inline constexpr Section kAccountSection{"in an entry of `accounts`", kAccountKeys};
inline constexpr Section kEnvironmentSection{"", kEnvironmentKeys};

inline constexpr std::array kAppSections{
    kRootSection,    kAppSection,     kOAuthSection,  kCredentialsSection,
    kUnifiedSection, kSurfaceSection, kLinksSection,  kContactSection,
    kEventSection,   kAccountSection, kDomainSection,
};
inline constexpr Language kAppLanguage{"the app file", kAppSections};

}  // namespace zoomc::model
