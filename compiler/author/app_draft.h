#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/yaml_value.h"
#include "model/app.h"

namespace zoomc::author {

struct DraftSubscription {
  std::string name;
  std::string id;
  std::vector<std::string> types;
  // If both are empty there is no URL.
  std::string development_url;
  std::string production_url;
};

struct DraftDomain {
  std::string domain;
  std::string reason;
};

// An app file that is about to be written. Empty texts and lists are left out of it.
struct AppDraft {
  // Comments at the top of the file.
  std::vector<std::string> head;

  std::string name;
  std::string summary;
  std::string description;
  std::string company;
  std::string purpose;
  std::string contact_name;
  std::string contact_email;
  std::string website;
  std::string privacy;
  std::string terms;
  std::string support;
  std::string documentation;

  std::optional<model::ManagedBy> managed_by;
  // Empty: the language's default.
  std::string platform;
  std::vector<std::string> regions;
  std::optional<model::Vocabulary> scope_names;
  // "meetings.read"; groups are in the order of their first word.
  std::vector<std::string> features;
  std::vector<std::string> optional;
  std::vector<std::string> operations;
  std::vector<DraftSubscription> events;
  std::vector<std::string> extra_scopes;

  std::string development_redirect;
  std::string production_redirect;
  std::vector<std::string> allow_list;
  std::optional<bool> strict_mode;
  std::optional<bool> subdomain_strict_mode;

  std::vector<std::string> products;
  std::string development_home;
  std::string production_home;
  std::vector<DraftDomain> domains;

  // A mapping; empty when there is nothing in it.
  edit::YamlValue manifest_extra;

  // Comments by their place: a key of the file ("region", "app/name"), a word of a list
  // ("extra_scopes/user:read:user"). Those in `manifest_extra` are part of it.
  std::map<std::string, std::vector<std::string>, std::less<>> above;
  std::map<std::string, std::string, std::less<>> behind;
};

// The text of the file. A URL that is the same for development and production is written once.
std::string write_app(const AppDraft& draft);

}  // namespace zoomc::author
