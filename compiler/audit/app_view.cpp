#include "audit/app_view.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "lint/url.h"
#include "text/ascii.h"
#include "text/nearest.h"

namespace zoomc::audit {
namespace {

// The receiver of redirects and its regions; `platform` is null only if the catalog has no platform
// without regions.
struct RedirectPlatform {
  const catalog::Platform* platform = nullptr;
  std::vector<const catalog::Region*> regions;
};

// So few edits cannot turn another host's URL into a region's by chance.
constexpr std::size_t kSlips = 2;
// A longer text is not a mistyped redirect.
constexpr std::size_t kMaxCompared = 200;

// "unified.to" of "https://api-eu.unified.to/oauth/code": the last two labels of the host.
std::string domain_of(std::string_view url) {
  std::string host = lowered(lint::split_url(url).host.of(url));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0) return host;
  const std::size_t before = host.rfind('.', dot - 1);
  return before == std::string::npos ? host : host.substr(before + 1);
}

bool is_meant(std::string_view redirect, const catalog::Region& region) {
  if (redirect.size() > kMaxCompared) return false;
  return domain_of(redirect) == domain_of(region.redirect_url) ||
         edit_distance(redirect, region.redirect_url, kSlips) <= kSlips;
}

// False for a platform without regions.
bool is_meant(std::string_view redirect, const catalog::Platform& platform) {
  return std::any_of(platform.regions.begin(), platform.regions.end(),
                     [&](const catalog::Region& region) { return is_meant(redirect, region); });
}

// The region whose URL needs the fewest edits; the first among equals.
const catalog::Region* nearest_region(std::string_view redirect,
                                      const catalog::Platform& platform) {
  const catalog::Region* found = nullptr;
  std::size_t fewest = kMaxCompared;
  for (const catalog::Region& region : platform.regions) {
    const std::size_t edits = edit_distance(redirect, region.redirect_url, kMaxCompared);
    if (found != nullptr && edits >= fewest) continue;
    found = &region;
    fewest = edits;
  }
  return found;
}

// The platform that all of these redirects were meant for: each is exactly a region's URL, is on a
// host below the platform's domain, or becomes a region's URL if one or two typos are corrected.
// Else the platform without regions.
RedirectPlatform platform_of(const catalog::Catalog& catalog,
                             std::span<const std::string_view> redirects) {
  RedirectPlatform result;
  for (const catalog::Platform& platform : catalog.platforms) {
    if (platform.regions.empty()) result.platform = &platform;
  }
  if (redirects.empty()) return result;
  for (const catalog::Platform& platform : catalog.platforms) {
    const bool all = std::all_of(redirects.begin(), redirects.end(),
                                 [&](std::string_view url) { return is_meant(url, platform); });
    if (!all) continue;
    result.platform = &platform;
    for (const std::string_view redirect : redirects) {
      const catalog::Region* region = nearest_region(redirect, platform);
      const auto& known = result.regions;
      if (std::find(known.begin(), known.end(), region) == known.end()) {
        result.regions.push_back(region);
      }
    }
    break;
  }
  return result;
}

// The keys that the app has its own fields for; all others are in `manifest_extra`.
constexpr std::array<std::string_view, 14> kOwnPlaces = {
    "/display_information/display_name",
    "/display_information/description",
    "/display_information/privacy_url",
    "/display_information/terms_url",
    "/display_information/support_url",
    "/display_information/doc_url",
    "/developer_information/website",
    "/oauth_information/development_redirect_uri",
    "/oauth_information/production_redirect_uri",
    "/oauth_information/oauth_allow_list",
    "/oauth_information/scopes",
    "/features/development_home_uri",
    "/features/production_home_uri",
    "/features/event_subscription/events",
};

class Viewer {
 public:
  Viewer(const ManifestView& manifest, resolve::CompiledApp& view)
      : manifest_(manifest), catalog_(view.catalog), app_(view.app), resolved_(view.resolved) {}

  void look() {
    add_listing();
    add_oauth(manifest_.section("oauth_information"));
    const manifest::JsonPlace features = manifest_.section("features");
    add_events(features.member("event_subscription").member("events"));
    model::Surface surface{.home_url =
                               pair(features, "development_home_uri", "production_home_uri")};
    app_.surface = std::move(surface);
    syntax::Node extra = mapping(manifest_.root());
    app_.manifest_extra = std::move(extra);
    resolve();
  }

 private:
  void add_listing() {
    const manifest::JsonPlace display = manifest_.section("display_information");
    const manifest::JsonPlace developer = manifest_.section("developer_information");
    app_.name = manifest_.text(display.member("display_name"));
    app_.summary = manifest_.text(display.member("description"));
    app_.links = {.website = manifest_.text(developer.member("website")),
                  .privacy = manifest_.text(display.member("privacy_url")),
                  .terms = manifest_.text(display.member("terms_url")),
                  .support = manifest_.text(display.member("support_url")),
                  .documentation = manifest_.text(display.member("doc_url"))};
  }

  model::PerEnvironment pair(const manifest::JsonPlace& object, std::string_view development,
                             std::string_view production) const {
    return {.development = manifest_.text(object.member(development)),
            .production = manifest_.text(object.member(production)),
            .key = {}};
  }

  void add_oauth(const manifest::JsonPlace& oauth) {
    model::PerEnvironment redirects =
        pair(oauth, "development_redirect_uri", "production_redirect_uri");
    if (redirects.development || redirects.production) app_.oauth.redirect_url = redirects;
    const manifest::JsonPlace strict = oauth.member("strict_mode");
    if (strict.present() && strict.value()->IsBool()) {
      app_.oauth.strict_mode = Located<bool>{strict.is_true(), manifest_.span_of(strict), {}};
    }
    const manifest::JsonPlace list = oauth.member("oauth_allow_list");
    if (!oauth.may_be_object() || !list.may_be_array()) return;
    std::vector<Text> entries;
    for (std::size_t i = 0; i < list.item_count(); ++i) {
      if (auto entry = manifest_.text(list.item(i))) entries.push_back(std::move(*entry));
    }
    app_.oauth.allow_list = std::move(entries);
    app_.oauth.allow_list_key = manifest_.span_of(list);
  }

  void add_events(const manifest::JsonPlace& events) {
    for (std::size_t i = 0; i < events.item_count(); ++i) {
      const manifest::JsonPlace event = events.item(i);
      model::Subscription subscription;
      subscription.url = pair(event, "development_webhook_url", "production_webhook_url");
      app_.events.push_back(std::move(subscription));
    }
  }

  syntax::Node scalar(const Text& text) const {
    syntax::Node node;
    node.style = syntax::ScalarStyle::double_quoted;
    node.span = text.span;
    node.text = text.value;
    return node;
  }

  // The strings below an object, under their keys.
  syntax::Node mapping(const manifest::JsonPlace& object) const {
    syntax::Node node;
    node.kind = syntax::NodeKind::mapping;
    for (std::size_t i = 0; i < object.member_count(); ++i) {
      const manifest::JsonPlace member = object.member_at(i);
      if (std::find(kOwnPlaces.begin(), kOwnPlaces.end(), member.pointer()) != kOwnPlaces.end()) {
        add_headers(member, node);
        continue;
      }
      syntax::Node key;
      key.text = object.member_name(i);
      if (const auto text = manifest_.text(member)) key.span = text->key;
      if (auto value = below(member)) node.members.push_back({std::move(key), std::move(*value)});
    }
    return node;
  }

  // Adds the parts of subscriptions other than the webhooks, which are read already.
  void add_headers(const manifest::JsonPlace& events, syntax::Node& node) const {
    for (std::size_t i = 0; i < events.item_count(); ++i) {
      const manifest::JsonPlace event = events.item(i);
      for (std::size_t at = 0; at < event.member_count(); ++at) {
        if (event.member_name(at).ends_with("_webhook_url")) continue;
        syntax::Node key;
        key.text = event.member_name(at);
        if (auto value = below(event.member_at(at))) {
          node.members.push_back({std::move(key), std::move(*value)});
        }
      }
    }
  }

  // Nothing for a value that is not a string and contains none.
  std::optional<syntax::Node> below(const manifest::JsonPlace& place) const {
    if (const auto text = manifest_.text(place)) return scalar(*text);
    if (place.member_count() > 0) return mapping(place);
    if (place.item_count() == 0) return std::nullopt;
    syntax::Node list;
    list.kind = syntax::NodeKind::sequence;
    for (std::size_t i = 0; i < place.item_count(); ++i) {
      if (auto item = below(place.item(i))) list.items.push_back(std::move(*item));
    }
    return list;
  }

  void resolve() {
    resolved_.app = &app_;
    resolved_.catalog = &catalog_;
    resolve::ResolvedOAuth& oauth = resolved_.oauth;
    const model::PerEnvironment written = app_.oauth.redirect_url.value_or(model::PerEnvironment{});
    oauth.development_redirect = written.development;
    oauth.production_redirect = written.production;
    // It is not known what Zoom does if the manifest does not say.
    oauth.strict_mode = app_.oauth.strict_mode && app_.oauth.strict_mode->value;
    if (app_.oauth.allow_list) oauth.allow_list = *app_.oauth.allow_list;
    RedirectPlatform found = platform_of(catalog_, redirects(written));
    resolved_.platform = found.platform;
    resolved_.regions = std::move(found.regions);
    for (const catalog::Region* region : resolved_.regions) {
      oauth.expected_allow_list.emplace_back(region->redirect_url);
      app_.regions.push_back({std::string(region->id), {}, {}});
    }
    // If both environments are right there may be two regions, and each expects its own.
    const bool one_region = resolved_.regions.size() == 1;
    if (one_region || !are_expected(written)) {
      if (!oauth.expected_allow_list.empty()) {
        oauth.expected_redirect = oauth.expected_allow_list.front();
      }
    }
  }

  static std::vector<std::string_view> redirects(const model::PerEnvironment& written) {
    std::vector<std::string_view> urls;
    // The URL that users get shows which region is meant.
    if (written.production) urls.push_back(written.production->value);
    if (written.development) urls.push_back(written.development->value);
    return urls;
  }

  bool are_expected(const model::PerEnvironment& written) const {
    const auto& known = resolved_.oauth.expected_allow_list;
    const auto is_known = [&known](const std::optional<Text>& url) {
      return !url || std::find(known.begin(), known.end(), url->value) != known.end();
    };
    return is_known(written.development) && is_known(written.production);
  }

  const ManifestView& manifest_;
  const catalog::Catalog& catalog_;
  model::App& app_;
  resolve::ResolvedApp& resolved_;
};

bool covers(const manifest::JsonSpans& value, Span span) {
  const Span whole = value.key.empty() ? value.value : Span::cover(value.key, value.value);
  return whole.contains(span);
}

}  // namespace

std::unique_ptr<resolve::CompiledApp> view_as_app(const ManifestView& manifest, SourceFile file,
                                                  const catalog::Catalog& catalog) {
  auto view = std::make_unique<resolve::CompiledApp>(std::move(file), catalog);
  Viewer(manifest, *view).look();
  return view;
}

Span ManifestView::span_of(const std::vector<std::uint32_t>& order) const {
  const manifest::JsonSpans* found = read_.spans_at(order);
  if (found == nullptr) {
    std::vector<std::uint32_t> around = order;
    around.pop_back();
    const manifest::JsonSpans* outer = read_.spans_at(around);
    return outer != nullptr && !outer->key.empty() ? outer->key : read_.place_of(order);
  }
  if (found->children.empty()) return found->value;
  return found->key.empty() ? Span{found->value.begin, found->value.begin + 1} : found->key;
}

Span ManifestView::key_of(const std::vector<std::uint32_t>& order) const {
  const manifest::JsonSpans* found = read_.spans_at(order);
  return found != nullptr && !found->key.empty() ? found->key : span_of(order);
}

std::optional<Text> ManifestView::text(const manifest::JsonPlace& place) const {
  const auto value = place.text();
  const manifest::JsonSpans* spans = read_.spans_at(place.order());
  if (!value || place.is_blank() || spans == nullptr) return std::nullopt;
  return Text{std::string(*value), spans->value, spans->key};
}

std::string ManifestView::pointer_of(Span span) const {
  manifest::JsonPlace here = root_;
  const manifest::JsonSpans* spans = read_.manifest_spans;
  for (;;) {
    // Children are in order, one after the other.
    const auto below = std::partition_point(
        spans->children.begin(), spans->children.end(),
        [span](const manifest::JsonSpans& child) { return child.value.end < span.end; });
    if (below == spans->children.end() || !covers(*below, span)) return here.pointer();
    const auto index = static_cast<std::size_t>(below - spans->children.begin());
    here = here.value()->IsArray() ? here.item(index) : here.member_at(index);
    spans = &*below;
  }
}

}  // namespace zoomc::audit
