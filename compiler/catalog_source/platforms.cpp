#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <set>

#include "catalog/lookup.h"
#include "catalog_source/loader.h"
#include "diagnostics/codes.h"
#include "syntax/core_schema.h"
#include "syntax/parse.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/quote.h"

// The platform files: what keys they have, and what they mean.
namespace zoomc::catalog_source {
namespace {

// A platform file while it is read.
struct PlatformInput {
  CatalogLoader& loader;
  CatalogFile& file;

  void report(const syntax::Member& member, std::string message) {
    file.report(catalog_codes::kValue, member.value.missing ? member.key.span : member.value.span,
                std::move(message));
  }
};

// A key of a mapping: how its value is read, and into which field. An optional one may be left out,
// not left without a value.
template <class Row>
struct Key {
  std::string_view name;
  void (*read)(PlatformInput& in, const syntax::Member& member, Row& row);
  bool required = true;
};

void report_unknown_key(PlatformInput& in, const syntax::Node& key,
                        const std::vector<std::string_view>& names) {
  std::vector<std::string> choices;
  for (const std::string_view name : names) choices.push_back(in_backticks(name));
  in.file.report(catalog_codes::kPlatformKey, key.span,
                 fmt::format("unknown key {}: the keys here are {}", in_backticks(key.text),
                             join_words(choices)),
                 did_you_mean(key.text, names));
}

// Reports what is no mapping, and keys that are missing or unknown. False for what is no mapping.
template <class Row, std::size_t kCount>
bool read_mapping(PlatformInput& in, const syntax::Node& node,
                  const std::array<Key<Row>, kCount>& keys, Row& row) {
  if (!node.is_mapping()) {
    in.file.report(catalog_codes::kValue, node.span, "this must be a mapping of keys and values");
    return false;
  }
  std::vector<std::string_view> names;
  for (const Key<Row>& key : keys) names.push_back(key.name);
  // A key that is missing because it has a wrong name is one mistake.
  std::set<std::string_view> misspelt;
  for (const syntax::Member& member : node.members) {
    if (std::ranges::find(names, member.key.text) != names.end()) continue;
    report_unknown_key(in, member.key, names);
    if (const auto near = nearest(member.key.text, names)) misspelt.insert(*near);
  }
  for (const Key<Row>& key : keys) {
    if (const syntax::Member* member = node.find(key.name)) {
      key.read(in, *member, row);
    } else if (key.required && !misspelt.contains(key.name)) {
      in.file.report(catalog_codes::kPlatformKey, {node.span.begin, node.span.begin},
                     fmt::format("key {} is missing", in_backticks(key.name)));
    }
  }
  return true;
}

// The tree goes away, so its texts are kept. Empty for what is no plain text, which is reported.
Cell read_text(PlatformInput& in, const syntax::Member& member) {
  const syntax::Node& value = member.value;
  const std::string key = in_backticks(member.key.text);
  if (!value.is_scalar() || value.text.empty()) {
    in.report(member, key + " must be a text that is not empty");
    return {};
  }
  if (find_control(value.text)) {
    in.report(member, key + " has a control character: it must be plain text");
  }
  return {in.loader.storage().keep(value.text), value.span};
}

std::span<const syntax::Node> read_items(PlatformInput& in, const syntax::Member& member) {
  if (member.value.is_sequence()) return member.value.items;
  in.report(member, in_backticks(member.key.text) + " must be a list");
  return {};
}

template <auto kField, class Row>
void text(PlatformInput& in, const syntax::Member& member, Row& row) {
  row.*kField = read_text(in, member).text;
}

// A list of mappings, each with an id of its own.
template <class Row, std::size_t kCount>
std::vector<Row> read_rows(PlatformInput& in, const syntax::Member& member,
                           const std::array<Key<Row>, kCount>& keys) {
  std::vector<Row> rows;
  RowKeys ids;
  for (const syntax::Node& item : read_items(in, member)) {
    Row row{};
    if (!read_mapping(in, item, keys, row)) continue;
    const syntax::Member* id = item.find("id");
    if (id != nullptr) ids.add(in.file, std::string(row.id), id->value.span, row.id);
    rows.push_back(row);
  }
  return rows;
}

// Zoom compares a redirect byte for byte, so nothing that a browser would rewrite may be in it.
std::string_view redirect_problem(std::string_view url) {
  constexpr std::string_view kScheme = "https://";
  if (!url.starts_with(kScheme)) return "does not begin with `https://`";
  url.remove_prefix(kScheme.size());
  const auto host = url.substr(0, url.find_first_of("/?"));
  if (std::ranges::any_of(url, is_upper)) return "has upper-case letters";
  if (std::ranges::any_of(url, [](char c) { return c <= ' ' || c > '~'; })) {
    return "has a space or a letter beyond ASCII";
  }
  if (host.find('@') != std::string_view::npos) return "has a user part";
  if (url.find('#') != std::string_view::npos) return "has a fragment";
  return host.empty() ? "has no host" : "";
}

void redirect_url(PlatformInput& in, const syntax::Member& member, catalog::Region& region) {
  region.redirect_url = read_text(in, member).text;
  const std::string_view problem = redirect_problem(region.redirect_url);
  if (region.redirect_url.empty() || problem.empty()) return;
  in.report(member, fmt::format("the redirect URL {} {}, so no account could connect",
                                in_backticks(region.redirect_url), problem));
}

constexpr std::array kRegionKeys{Key<catalog::Region>{"id", text<&catalog::Region::id>},
                                 Key<catalog::Region>{"title", text<&catalog::Region::title>},
                                 Key<catalog::Region>{"redirect_url", redirect_url}};

// A list of words, each one of `known` unless the tables that have these are incomplete.
std::span<const std::string_view> read_words(PlatformInput& in, const syntax::Member& member,
                                             std::string_view what, bool is_whole,
                                             const std::vector<std::string>& known,
                                             std::string_view why) {
  std::vector<std::string_view> words;
  for (const syntax::Node& item : read_items(in, member)) {
    if (!item.is_scalar()) {
      in.file.report(catalog_codes::kValue, item.span, fmt::format("a {} must be a word", what));
      continue;
    }
    words.push_back(in.loader.storage().keep(item.text));
    if (!is_whole || std::ranges::find(known, item.text) != known.end()) continue;
    in.loader.report_unknown(in.file, {item.text, item.span}, what, why, [&] { return known; });
  }
  return in.loader.storage().name_lists.keep(std::move(words));
}

template <auto kField>
void feature_groups(PlatformInput& in, const syntax::Member& member,
                    catalog::Integration& integration) {
  std::vector<std::string> known;
  for (const catalog::Feature& feature : in.loader.rows().features) {
    if (!feature.action().empty()) known.emplace_back(feature.group());
  }
  integration.*kField = read_words(in, member, "feature group", in.loader.features.is_whole(),
                                   known, "features.tsv has no feature of it");
}

void products(PlatformInput& in, const syntax::Member& member, catalog::Integration& integration) {
  const catalog::Catalog& rows = in.loader.rows();
  std::vector<std::string> known;
  for (const catalog::Operation& operation : rows.operations) known.emplace_back(operation.product);
  for (const catalog::Event& event : rows.events) known.emplace_back(event.product);
  integration.products = read_words(in, member, "product", in.loader.operations.is_whole(), known,
                                    "operations.tsv and events.tsv have no row of it");
}

constexpr std::array kIntegrationKeys{
    Key<catalog::Integration>{"id", text<&catalog::Integration::id>},
    Key<catalog::Integration>{"title", text<&catalog::Integration::title>},
    Key<catalog::Integration>{"type", text<&catalog::Integration::type>, false},
    Key<catalog::Integration>{"feature_groups",
                              feature_groups<&catalog::Integration::feature_groups>},
    Key<catalog::Integration>{"user_feature_groups",
                              feature_groups<&catalog::Integration::user_feature_groups>, false},
    Key<catalog::Integration>{"products", products, false}};

void source(PlatformInput& in, const syntax::Member& member, catalog::Platform&) {
  read_text(in, member);
}

void date(PlatformInput& in, const syntax::Member& member, catalog::Platform&) {
  const Cell date = read_text(in, member);
  if (!date.text.empty()) in.loader.read_date(in.file, date);
}

void regions(PlatformInput& in, const syntax::Member& member, catalog::Platform& platform) {
  platform.regions = in.loader.storage().regions.keep(read_rows(in, member, kRegionKeys));
}

void sign_in(PlatformInput& in, const syntax::Member& member, catalog::Platform& platform) {
  const Cell name = read_text(in, member);
  if (!name.text.empty()) platform.sign_in = in.loader.feature(in.file, name);
}

void guide_names(PlatformInput& in, const syntax::Member& member, catalog::Platform& platform) {
  const auto value = syntax::as_boolean(member.value);
  if (!value) in.report(member, in_backticks(member.key.text) + " must be `true` or `false`");
  platform.has_guide_names = value.value_or(false);
}

void integrations(PlatformInput& in, const syntax::Member& member, catalog::Platform& platform) {
  platform.integrations =
      in.loader.storage().integrations.keep(read_rows(in, member, kIntegrationKeys));
}

constexpr std::array kPlatformKeys{Key<catalog::Platform>{"id", text<&catalog::Platform::id>},
                                   Key<catalog::Platform>{"title", text<&catalog::Platform::title>},
                                   Key<catalog::Platform>{"source", source, false},
                                   Key<catalog::Platform>{"date", date, false},
                                   Key<catalog::Platform>{"regions", regions, false},
                                   Key<catalog::Platform>{"sign_in", sign_in, false},
                                   Key<catalog::Platform>{"guide_names", guide_names},
                                   Key<catalog::Platform>{"integrations", integrations, false}};

// The platform, and the place of its id.
std::optional<std::pair<catalog::Platform, Span>> read_platform(CatalogLoader& loader,
                                                                CatalogFile& file) {
  Sink sink;
  const auto document = syntax::parse(file.source(), sink);
  for (Diagnostic& found : sink.take()) file.report(std::move(found));
  if (!document) return std::nullopt;
  const syntax::Node& root = document->root;
  PlatformInput in{loader, file};
  catalog::Platform platform{};
  if (!read_mapping(in, root, kPlatformKeys, platform)) return std::nullopt;
  const Span place{root.span.begin, root.span.begin};
  loader.require_provenance(file, root.find("source") != nullptr, "source: ...", place);
  loader.require_provenance(file, root.find("date") != nullptr, "date: ...", place);
  if (platform.id.empty()) return std::nullopt;
  return std::pair(platform, root.find("id")->value.span);
}

void read_platform_files(CatalogLoader& loader) {
  std::unordered_map<std::string_view, std::string_view> owners;
  bool has_files = false;
  for (const std::string& name : loader.names()) {
    if (!name.starts_with("platforms/")) continue;
    has_files = true;
    CatalogFile* file = loader.open(name);
    const auto row = file != nullptr ? read_platform(loader, *file) : std::nullopt;
    if (!row) continue;
    const auto& [platform, place] = *row;
    const auto [owner, is_new] = owners.emplace(platform.id, name);
    if (is_new) {
      loader.storage().platforms.push_back(platform);
    } else {
      file->report(catalog_codes::kDuplicate, place,
                   fmt::format("{} is the id of {} too: every platform needs its own",
                               in_backticks(platform.id), in_backticks(owner->second)));
    }
  }
  if (!has_files && loader.fallback() == nullptr) {
    loader.report_file("platforms", catalog_codes::kMissingTable,
                       "there is no platform: a catalog needs a file `platforms/<id>.yaml`");
  }
}

void copy_other_platforms(CatalogLoader& loader, const catalog::Catalog& fallback) {
  auto& platforms = loader.storage().platforms;
  const TableState& features = loader.features;
  for (catalog::Platform platform : fallback.platforms) {
    if (std::ranges::find(platforms, platform.id, &catalog::Platform::id) != platforms.end())
      continue;
    if (platform.sign_in) {
      const std::string_view name = fallback.features[*platform.sign_in].name;
      platform.sign_in = catalog::find_feature(loader.rows(), name);
      if (!platform.sign_in && features.file != nullptr && !features.may_have(name)) {
        features.file->report(
            catalog_codes::kReference, features.header,
            fmt::format("there is no row for {}, with which the platform {} signs in: add it",
                        in_backticks(name), in_backticks(platform.id)));
      }
    }
    platforms.push_back(platform);
  }
}

}  // namespace

void load_platforms(CatalogLoader& loader) {
  read_platform_files(loader);
  if (loader.fallback() != nullptr) copy_other_platforms(loader, *loader.fallback());
  auto& platforms = loader.storage().platforms;
  std::ranges::sort(platforms, {}, &catalog::Platform::id);
  loader.storage().view.platforms = platforms;
}

}  // namespace zoomc::catalog_source
