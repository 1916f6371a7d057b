#include "catalog_source/platforms.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "catalog/lookup.h"
#include "catalog_source/features.h"
#include "catalog_source/values.h"
#include "catalog_source/yaml_keys.h"
#include "diagnostics/codes.h"
#include "syntax/parse.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

constexpr std::string_view kFolder = "platforms/";

constexpr std::array kPlatformKeys{Key{"id"},
                                   Key{"title"},
                                   Key{"source", false},
                                   Key{"date", false},
                                   Key{"regions", false},
                                   Key{"sign_in", false},
                                   Key{"guide_names"},
                                   Key{"integrations", false}};
constexpr std::array kRegionKeys{Key{"id"}, Key{"title"}, Key{"redirect_url"}};
constexpr std::array kIntegrationKeys{Key{"id"}, Key{"title"}, Key{"feature_groups"},
                                      Key{"products", false}};

// Zoom compares a redirect byte for byte, so nothing that a browser would rewrite may be in it.
void check_redirect(CatalogFile& file, Cell url) {
  constexpr std::string_view kScheme = "https://";
  if (url.text.empty()) return;
  std::string_view rest = url.text;
  std::string problem;
  if (rest.substr(0, kScheme.size()) != kScheme) {
    problem = "does not begin with `https://`";
  } else {
    rest.remove_prefix(kScheme.size());
    const auto host = rest.substr(0, rest.find_first_of("/?"));
    if (host.empty()) problem = "has no host";
    if (rest.find('#') != std::string_view::npos) problem = "has a fragment";
    if (host.find('@') != std::string_view::npos) problem = "has a user part";
    const auto odd = [](char c) { return c <= ' ' || c > '~'; };
    if (std::any_of(rest.begin(), rest.end(), odd))
      problem = "has a space or a letter beyond ASCII";
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (std::any_of(rest.begin(), rest.end(), upper)) problem = "has upper-case letters";
  }
  if (problem.empty()) return;
  file.report(catalog_codes::kValue, url.span,
              "the redirect URL " + in_backticks(url.text) + " " + problem +
                  ", so no account could connect");
}

// What a platform file says, and where it says its id.
struct PlatformRow {
  Platform platform;
  Span id;
};

class PlatformReader {
 public:
  PlatformReader(Loading& loading, CatalogFile& file) : loading_(loading), file_(file) {}

  std::optional<PlatformRow> read() {
    Sink sink;
    const auto document = parse(file_.source(), sink);
    for (Diagnostic& found : sink.take()) file_.report(std::move(found));
    if (!document || !check_mapping(file_, document->root, kPlatformKeys)) return std::nullopt;
    const Node& root = document->root;
    check_provenance(root);
    const Cell id = read_text(file_, root, "id");
    return PlatformRow{{.id = keep(id),
                        .title = keep(read_text(file_, root, "title")),
                        .regions = loading_.storage().regions.keep(regions(root)),
                        .sign_in = sign_in(root),
                        .has_guide_names = read_boolean(file_, root, "guide_names"),
                        .integrations = loading_.storage().integrations.keep(integrations(root))},
                       id.span};
  }

 private:
  // The tree goes away, so its texts are kept.
  std::string_view keep(Cell cell) { return loading_.storage().keep(std::string(cell.text)); }

  void check_provenance(const Node& root) {
    const Span place{root.span.begin, root.span.begin};
    read_text(file_, root, "source");
    loading_.require_provenance(file_, root.find("source") != nullptr, "source: ...", place);
    loading_.require_provenance(file_, root.find("date") != nullptr, "date: ...", place);
    const Cell date = read_text(file_, root, "date");
    if (!date.text.empty()) loading_.read_date(file_, {keep(date), date.span});
  }

  std::vector<Region> regions(const Node& root) {
    std::vector<Region> regions;
    RowKeys keys;
    for (const Node& item : read_items(file_, root, "regions")) {
      if (!check_mapping(file_, item, kRegionKeys)) continue;
      const Cell url = read_text(file_, item, "redirect_url");
      check_redirect(file_, url);
      regions.push_back({read_id(keys, item), keep(read_text(file_, item, "title")), keep(url)});
    }
    return regions;
  }

  std::vector<Integration> integrations(const Node& root) {
    std::vector<Integration> integrations;
    RowKeys keys;
    for (const Node& item : read_items(file_, root, "integrations")) {
      if (!check_mapping(file_, item, kIntegrationKeys)) continue;
      integrations.push_back({read_id(keys, item), keep(read_text(file_, item, "title")),
                              loading_.storage().name_lists.keep(feature_groups(item)),
                              loading_.storage().name_lists.keep(products(item))});
    }
    return integrations;
  }

  std::string_view read_id(RowKeys& keys, const Node& item) {
    const Cell id = read_text(file_, item, "id");
    keys.add(file_, std::string(id.text), id.span, id.text);
    return keep(id);
  }

  std::vector<std::string_view> feature_groups(const Node& integration) {
    std::vector<std::string_view> groups;
    for (const Node& item : read_items(file_, integration, "feature_groups")) {
      if (!item.is_scalar()) {
        file_.report(catalog_codes::kValue, item.span, "a feature group must be a word");
      } else if (is_group(item.text)) {
        groups.push_back(keep({item.text, item.span}));
      } else if (loading_.features.is_whole()) {
        report_unknown_group(item);
      }
    }
    return groups;
  }

  std::vector<std::string_view> products(const Node& integration) {
    std::vector<std::string_view> products;
    for (const Node& item : read_items(file_, integration, "products")) {
      if (!item.is_scalar()) {
        file_.report(catalog_codes::kValue, item.span, "a product must be a word");
      } else if (!loading_.operations.is_whole() || is_product(item.text)) {
        products.push_back(keep({item.text, item.span}));
      } else {
        report_unknown_product(item);
      }
    }
    return products;
  }

  bool is_product(std::string_view name) const {
    const auto is_of = [&](const auto& row) { return row.product == name; };
    const Catalog& rows = loading_.rows();
    return std::any_of(rows.operations.begin(), rows.operations.end(), is_of) ||
           std::any_of(rows.events.begin(), rows.events.end(), is_of);
  }

  void report_unknown_product(const Node& item) {
    auto hints = loading_.suggest(item.text, [&] {
      std::vector<std::string_view> names;
      for (const Operation& operation : loading_.rows().operations) {
        names.push_back(operation.product);
      }
      for (const Event& event : loading_.rows().events) names.push_back(event.product);
      return names;
    });
    file_.report(catalog_codes::kReference, item.span,
                 "unknown product " + in_backticks(item.text) +
                     ": operations.tsv and events.tsv have no row of it",
                 std::move(hints));
  }

  bool is_group(std::string_view name) const {
    const auto& features = loading_.rows().features;
    return std::any_of(features.begin(), features.end(), [&](const Feature& feature) {
      return !feature.action().empty() && feature.group() == name;
    });
  }

  void report_unknown_group(const Node& item) {
    auto hints = loading_.suggest(item.text, [&] {
      std::vector<std::string_view> groups;
      for (const Feature& feature : loading_.rows().features) {
        if (!feature.action().empty()) groups.push_back(feature.group());
      }
      return groups;
    });
    file_.report(
        catalog_codes::kReference, item.span,
        "unknown feature group " + in_backticks(item.text) + ": features.tsv has no feature of it",
        std::move(hints));
  }

  std::optional<FeatureId> sign_in(const Node& root) {
    const Cell name = read_text(file_, root, "sign_in");
    if (name.text.empty()) return std::nullopt;
    return read_feature(loading_, file_, name);
  }

  Loading& loading_;
  CatalogFile& file_;
};

void read_platform_files(Loading& loading) {
  std::unordered_map<std::string_view, std::string_view> owners;
  bool has_files = false;
  for (const std::string& name : loading.names()) {
    if (name.compare(0, kFolder.size(), kFolder) != 0) continue;
    has_files = true;
    CatalogFile* file = loading.open(name);
    if (file == nullptr) continue;
    const auto row = PlatformReader(loading, *file).read();
    if (!row || row->platform.id.empty()) continue;
    const auto [owner, is_new] = owners.emplace(row->platform.id, name);
    if (is_new) {
      loading.storage().platforms.push_back(row->platform);
    } else {
      file->report(catalog_codes::kDuplicate, row->id,
                   in_backticks(row->platform.id) + " is the id of " + in_backticks(owner->second) +
                       " too: every platform needs its own");
    }
  }
  if (!has_files && loading.fallback() == nullptr) {
    loading.report_file("platforms", catalog_codes::kMissingTable,
                        "there is no platform: a catalog needs a file `platforms/<id>.yaml`");
  }
}

void copy_other_platforms(Loading& loading) {
  const Catalog& fallback = *loading.fallback();
  auto& platforms = loading.storage().platforms;
  for (Platform platform : fallback.platforms) {
    const auto same = [&](const Platform& own) { return own.id == platform.id; };
    if (std::any_of(platforms.begin(), platforms.end(), same)) continue;
    if (platform.sign_in) {
      const std::string_view name = fallback.features[*platform.sign_in].name;
      platform.sign_in = find_feature(loading.rows(), name);
      const TableState& features = loading.features;
      if (!platform.sign_in && features.file != nullptr && !features.may_have(name)) {
        features.file->report(catalog_codes::kReference, features.header,
                              "there is no row for " + in_backticks(name) +
                                  ", with which the platform " + in_backticks(platform.id) +
                                  " signs in: add it");
      }
    }
    platforms.push_back(platform);
  }
}

}  // namespace

void load_platforms(Loading& loading) {
  read_platform_files(loading);
  if (loading.fallback() != nullptr) copy_other_platforms(loading);
  auto& platforms = loading.storage().platforms;
  std::sort(platforms.begin(), platforms.end(),
            [](const Platform& a, const Platform& b) { return a.id < b.id; });
  loading.storage().view.platforms = platforms;
}

}  // namespace zoomc::catalog_source
