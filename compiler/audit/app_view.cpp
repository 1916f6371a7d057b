#include "audit/app_view.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "audit/redirect_platform.h"

namespace zoomc {
namespace {

// What the app has a place of its own for; all else is in `manifest_extra`.
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
  Viewer(const ManifestView& manifest, CompiledApp& view)
      : manifest_(manifest), catalog_(view.catalog), app_(view.app), resolved_(view.resolved) {}

  void look() {
    add_listing();
    add_oauth(manifest_.section("oauth_information"));
    const JsonPlace features = manifest_.section("features");
    add_events(features.member("event_subscription").member("events"));
    Surface surface{.home_url = pair(features, "development_home_uri", "production_home_uri")};
    app_.surface = std::move(surface);
    Node extra = mapping(manifest_.root());
    app_.manifest_extra = std::move(extra);
    resolve();
  }

 private:
  void add_listing() {
    const JsonPlace display = manifest_.section("display_information");
    const JsonPlace developer = manifest_.section("developer_information");
    app_.name = manifest_.text(display.member("display_name"));
    app_.summary = manifest_.text(display.member("description"));
    app_.links = {.website = manifest_.text(developer.member("website")),
                  .privacy = manifest_.text(display.member("privacy_url")),
                  .terms = manifest_.text(display.member("terms_url")),
                  .support = manifest_.text(display.member("support_url")),
                  .documentation = manifest_.text(display.member("doc_url"))};
  }

  PerEnvironment pair(const JsonPlace& object, std::string_view development,
                      std::string_view production) const {
    return {.development = manifest_.text(object.member(development)),
            .production = manifest_.text(object.member(production)),
            .key = {}};
  }

  void add_oauth(const JsonPlace& oauth) {
    PerEnvironment redirects = pair(oauth, "development_redirect_uri", "production_redirect_uri");
    if (redirects.development || redirects.production) app_.oauth.redirect_url = redirects;
    const JsonPlace strict = oauth.member("strict_mode");
    if (strict.present() && strict.value()->IsBool()) {
      app_.oauth.strict_mode = Located<bool>{strict.is_true(), manifest_.span_of(strict), {}};
    }
    const JsonPlace list = oauth.member("oauth_allow_list");
    if (!oauth.may_be_object() || !list.may_be_array()) return;
    std::vector<Text> entries;
    for (std::size_t i = 0; i < list.item_count(); ++i) {
      if (auto entry = manifest_.text(list.item(i))) entries.push_back(std::move(*entry));
    }
    app_.oauth.allow_list = std::move(entries);
    app_.oauth.allow_list_key = manifest_.span_of(list);
  }

  void add_events(const JsonPlace& events) {
    for (std::size_t i = 0; i < events.item_count(); ++i) {
      const JsonPlace event = events.item(i);
      Subscription subscription;
      subscription.url = pair(event, "development_webhook_url", "production_webhook_url");
      app_.events.push_back(std::move(subscription));
    }
  }

  Node scalar(const Text& text) const {
    Node node;
    node.style = ScalarStyle::double_quoted;
    node.span = text.span;
    node.text = text.value;
    return node;
  }

  // The strings below an object, under their keys.
  Node mapping(const JsonPlace& object) const {
    Node node;
    node.kind = NodeKind::mapping;
    for (std::size_t i = 0; i < object.member_count(); ++i) {
      const JsonPlace member = object.member_at(i);
      if (std::find(kOwnPlaces.begin(), kOwnPlaces.end(), member.pointer()) != kOwnPlaces.end()) {
        add_headers(member, node);
        continue;
      }
      Node key;
      key.text = object.member_name(i);
      if (const auto text = manifest_.text(member)) key.span = text->key;
      if (auto value = below(member)) node.members.push_back({std::move(key), std::move(*value)});
    }
    return node;
  }

  // What subscriptions have beside the webhooks that are looked at already.
  void add_headers(const JsonPlace& events, Node& node) const {
    for (std::size_t i = 0; i < events.item_count(); ++i) {
      const JsonPlace event = events.item(i);
      for (std::size_t at = 0; at < event.member_count(); ++at) {
        if (event.member_name(at).ends_with("_webhook_url")) continue;
        Node key;
        key.text = event.member_name(at);
        if (auto value = below(event.member_at(at))) {
          node.members.push_back({std::move(key), std::move(*value)});
        }
      }
    }
  }

  // Nothing for what is neither a string nor around one.
  std::optional<Node> below(const JsonPlace& place) const {
    if (const auto text = manifest_.text(place)) return scalar(*text);
    if (place.member_count() > 0) return mapping(place);
    if (place.item_count() == 0) return std::nullopt;
    Node list;
    list.kind = NodeKind::sequence;
    for (std::size_t i = 0; i < place.item_count(); ++i) {
      if (auto item = below(place.item(i))) list.items.push_back(std::move(*item));
    }
    return list;
  }

  void resolve() {
    resolved_.app = &app_;
    resolved_.catalog = &catalog_;
    ResolvedOAuth& oauth = resolved_.oauth;
    const PerEnvironment written = app_.oauth.redirect_url.value_or(PerEnvironment{});
    oauth.development_redirect = written.development;
    oauth.production_redirect = written.production;
    // What Zoom does where the manifest does not say is not known.
    oauth.strict_mode = app_.oauth.strict_mode && app_.oauth.strict_mode->value;
    if (app_.oauth.allow_list) oauth.allow_list = *app_.oauth.allow_list;
    RedirectPlatform found = platform_of(catalog_, redirects(written));
    resolved_.platform = found.platform;
    resolved_.regions = std::move(found.regions);
    for (const Region* region : resolved_.regions) {
      oauth.expected_allow_list.emplace_back(region->redirect_url);
      app_.regions.push_back({std::string(region->id), {}, {}});
    }
    // Where both environments are right there may be two regions, and each expects its own.
    const bool one_region = resolved_.regions.size() == 1;
    if (one_region || !are_expected(written)) {
      if (!oauth.expected_allow_list.empty()) {
        oauth.expected_redirect = oauth.expected_allow_list.front();
      }
    }
  }

  static std::vector<std::string_view> redirects(const PerEnvironment& written) {
    std::vector<std::string_view> urls;
    // The users' one says what is meant.
    if (written.production) urls.push_back(written.production->value);
    if (written.development) urls.push_back(written.development->value);
    return urls;
  }

  bool are_expected(const PerEnvironment& written) const {
    const auto& known = resolved_.oauth.expected_allow_list;
    const auto is_known = [&known](const std::optional<Text>& url) {
      return !url || std::find(known.begin(), known.end(), url->value) != known.end();
    };
    return is_known(written.development) && is_known(written.production);
  }

  const ManifestView& manifest_;
  const Catalog& catalog_;
  App& app_;
  ResolvedApp& resolved_;
};

}  // namespace

std::unique_ptr<CompiledApp> view_as_app(const ManifestView& manifest, SourceFile file,
                                         const Catalog& catalog) {
  auto view = std::make_unique<CompiledApp>(std::move(file), catalog);
  Viewer(manifest, *view).look();
  return view;
}

}  // namespace zoomc
