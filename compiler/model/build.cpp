#include "model/build.h"

#include <array>
#include <fmt/core.h>

#include "diagnostics/codes.h"
#include "edit/collection.h"
#include "model/mapping_reader.h"
#include "model/sections.h"
#include "model/values.h"
#include "syntax/core_schema.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

constexpr std::int64_t kLanguageVersion = 1;
constexpr std::string_view kBeginning =
    "an app file begins with `zoomc: 1`, then `app:` with a `name`";

void refuse_version_type(Reading& reading, const Slot& slot) {
  const syntax::Node& node = *slot.value;
  std::vector<Fix> fixes;
  const bool is_quoted_version = node.text == std::to_string(kLanguageVersion);
  if (is_quoted_version && node.tag.empty() && !edit::is_block_scalar(node)) {
    fixes.push_back({FixSafety::safe, in_backticks(node.text), {{node.span, node.text}}});
  }
  const std::string_view way_out = fixes.empty() ? "" : "remove the quotes";
  refuse_type(reading, slot, "the number 1", way_out, std::move(fixes));
}

void read_version(Reading& reading, const Slot& slot) {
  if (!has_value(reading, slot)) return;
  const syntax::Node& node = *slot.value;
  if (kind_of(node) != "a number") {
    refuse_version_type(reading, slot);
  } else if (syntax::as_integer(node) != kLanguageVersion) {
    reading.report(slot, model_codes::kUnsupportedVersion,
                   fmt::format("unknown language version {}; this zoomc knows `{}`",
                               in_backticks(node.text), kLanguageVersion));
  }
}

std::vector<Text> read_regions(Reading& reading, const Slot& slot) {
  const auto regions =
      read_words(reading, slot, {.wanted = "a word or a list of words", .one_word = true});
  return regions.value_or(std::vector<Text>{});
}

// A rule of the linter reports scopes that are listed twice.
std::vector<Text> read_extra_scopes(Reading& reading, const Slot& slot) {
  return read_words(reading, slot, {.unique = false}).value_or(std::vector<Text>{});
}

std::optional<syntax::Node> read_manifest_extra(Reading& reading, const Slot& slot) {
  if (!has_value(reading, slot)) return std::nullopt;
  if (slot.value->is_mapping()) return *slot.value;
  refuse_type(reading, slot, "a mapping", "write the manifest's keys below it");
  return std::nullopt;
}

void read_root(Reading& reading, const Slot& slot, App& app) {
  const auto root = open_mapping(reading, slot, kRootSection);
  if (!root) return;
  if (const auto version = root->find("zoomc")) read_version(reading, *version);
  if (const auto listing = root->find("app")) read_listing(reading, *listing, app);
  app.managed_by = root->get("managed_by", read_enum<ManagedBy>);
  app.platform = root->get("platform", read_word);
  app.regions = root->get("region", read_regions);
  app.stage = root->get("stage", read_enum<Stage>);
  app.scope_names = root->get("scope_names", read_enum<Vocabulary>);
  app.features = root->get("features", read_features);
  app.optional = root->get("optional", read_words_or_none);
  app.operations = root->get("operations", read_words_or_none);
  app.events = root->get("events", read_events);
  app.extra_scopes = root->get("extra_scopes", read_extra_scopes);
  app.justify = root->get("justify", read_keyed_texts);
  app.test_plan = root->get("test_plan", read_keyed_texts);
  app.oauth = root->get("oauth", read_oauth);
  if (const auto surface = root->find("surface")) app.surface = read_surface(reading, *surface);
  app.credentials = root->get("credentials", read_credentials);
  app.integrations = root->get("unified", read_unified);
  app.accounts = root->get("accounts", read_accounts);
  app.manifest_extra = root->get("manifest_extra", read_manifest_extra);
}

// True for a manifest that Zoom exports, or the body of its update call.
bool is_manifest(const syntax::Node& root) {
  const auto has = [&root](std::string_view key) { return root.find(key) != nullptr; };
  return !has("zoomc") && !has("app") &&
         (has("manifest") || has("display_information") || has("oauth_information"));
}

// Says what the file is if it is not an app; nothing if it looks like one.
std::optional<std::string> not_an_app(const syntax::Node& root) {
  if (root.missing || kind_of(root) == "nothing") {
    return fmt::format("the file is empty; {}", kBeginning);
  }
  if (!root.is_mapping()) {
    return fmt::format("the file contains {}, not a mapping; {}", kind_of(root), kBeginning);
  }
  if (!is_manifest(root)) return std::nullopt;
  return "the file is a Zoom manifest, not an app file; `zoomc import` makes an app file from it";
}

// The first line of the file, for a finding about the file as a whole.
Span start_of(const syntax::Node& root) {
  if (root.is_mapping()) return root.members.front().key.span;
  if (root.is_scalar()) return root.span;
  return {root.span.begin, root.span.begin + 1};
}

}  // namespace

App build_app(const syntax::Document& document, Sink& sink) {
  App app;
  const syntax::Node& root = document.root;
  model::Reading reading(document, sink, app.unread);
  const model::Slot slot{.value = &root};
  if (auto message = model::not_an_app(root)) {
    reading.report(slot,
                   finding(model_codes::kNotAnApp, model::start_of(root), *std::move(message)));
    return app;
  }
  app.zoomc_key = model::lack_place_of(slot);
  if (const syntax::Member* version = root.find("zoomc")) app.zoomc_key = version->key.span;
  model::read_root(reading, slot, app);
  return app;
}

}  // namespace zoomc::model
