#include <algorithm>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "edit/scalar.h"
#include "lint/placeholder.h"
#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "lint/url_values.h"
#include "syntax/core_schema.h"
#include "text/quote.h"

namespace zoomc::rules::placeholder_text {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "placeholder-text",
    .summary = "a text or URL still has a placeholder such as TODO or example.com",
    .severity = Severity::note,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::review,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

namespace {

// Nobody needs to see more places of one text.
constexpr std::size_t kMaxPlaces = 10;

// What a message calls a text: "the privacy link", "`justify` of `meetings.read`".
struct TextName {
  std::string_view before;
  std::string_view own;
  bool is_quoted = false;

  std::string text() const {
    return std::string(before).append(is_quoted ? in_backticks(own) : std::string(own));
  }
};

// A text of the app. Most have no finding, so their names are only written when needed.
struct NamedText {
  TextName name;
  std::string_view value;
  Span span;
};

class Texts {
 public:
  explicit Texts(const lint::LintContext& cx) : cx_(cx) {}

  // Each value once, even if several parts of the app use it.
  std::vector<NamedText> collect() {
    add_listing();
    add_urls();
    for (const model::Subscription& subscription : cx_.app.events) {
      add({.own = "the subscription's name"}, subscription.name);
    }
    add_keyed("`justify` of ", cx_.app.justify);
    add_keyed("`test_plan` of ", cx_.app.test_plan);
    add_surface();
    if (cx_.app.manifest_extra) add_extra(*cx_.app.manifest_extra);
    std::stable_sort(texts_.begin(), texts_.end(),
                     [](const NamedText& a, const NamedText& b) { return a.span < b.span; });
    const auto same = [](const NamedText& a, const NamedText& b) { return a.span == b.span; };
    texts_.erase(std::unique(texts_.begin(), texts_.end(), same), texts_.end());
    return std::move(texts_);
  }

 private:
  void add(TextName name, const Text& text) { texts_.push_back({name, text.value, text.span}); }
  void add(std::string_view name, const std::optional<Text>& text) {
    if (text) add({.own = name}, *text);
  }

  void add_listing() {
    const model::App& app = cx_.app;
    add("`app.name`", app.name);
    add("`app.summary`", app.summary);
    add("`app.description`", app.description);
    add("`app.company`", app.company);
    add("`app.purpose`", app.purpose);
    if (!app.contact) return;
    add("`app.contact.name`", app.contact->name);
    add("`app.contact.email`", app.contact->email);
  }

  // A URL with another fault already has its finding; one that is only insecure still needs this
  // check.
  void add_urls() {
    for (const lint::UrlValue& url : cx_.urls) {
      const bool usable =
          url.problem == lint::UrlProblem::fine || url.problem == lint::UrlProblem::insecure;
      if (usable) add({.before = "the ", .own = url.name}, url.text);
    }
  }

  void add_keyed(std::string_view before, const std::vector<model::KeyedText>& entries) {
    for (const model::KeyedText& entry : entries) {
      add({.before = before, .own = entry.key, .is_quoted = true}, entry.text);
    }
  }

  void add_surface() {
    if (!cx_.app.surface) return;
    for (const model::SurfaceDomain& domain : cx_.app.surface->domains) {
      add({.own = "the domain"}, domain.domain);
      add("the domain's reason", domain.reason);
    }
  }

  void add_extra(const syntax::Node& node) {
    for (const syntax::Member& member : node.members) {
      const syntax::Node& value = member.value;
      const bool is_text =
          value.is_scalar() && syntax::scalar_type(value) == syntax::ScalarType::string;
      // URLs are judged with the others.
      const bool is_url = value.text.find("://") != std::string::npos;
      if (is_text && !is_url) {
        texts_.push_back({{.own = member.key.text, .is_quoted = true}, value.text, value.span});
      }
      add_extra(value);
    }
    for (const syntax::Node& item : node.items) add_extra(item);
  }

  const lint::LintContext& cx_;
  std::vector<NamedText> texts_;
};

std::string describe(lint::PlaceholderKind kind, const std::string& name, const std::string& what) {
  switch (kind) {
    case lint::PlaceholderKind::word:
      return fmt::format(
          "{} still has the placeholder {}: reviewers and users would read it; write the real text",
          name, what);
    case lint::PlaceholderKind::example_host:
      return fmt::format(
          "{} has {}, a host that is reserved for examples: nobody answers there; use your own "
          "host",
          name, what);
    case lint::PlaceholderKind::reserved_host:
      return fmt::format(
          "{} has {}, a placeholder for a host: the app is published and nobody answers there; use "
          "your own host",
          name, what);
  }
  return {};
}

// Until an app is published it may have a placeholder for a host.
bool needs_own_domain(const model::App& app) {
  return app.stage_or_default() == model::Stage::published;
}

void check_text(const lint::LintContext& cx, const NamedText& named, lint::Reporter& report) {
  std::vector<lint::Placeholder> placeholders = lint::find_placeholders(cx.catalog, named.value);
  if (!needs_own_domain(cx.app)) {
    std::erase_if(placeholders, [](const lint::Placeholder& one) {
      return one.kind == lint::PlaceholderKind::reserved_host;
    });
  }
  if (placeholders.empty()) return;
  const Text text{std::string(named.value), named.span, {}};
  const lint::Placeholder& first = placeholders.front();
  const auto place = [&](const lint::Placeholder& one) {
    return edit::place_in(cx.file, text, one.part.begin, one.part.end);
  };
  Diagnostic found = report.make(place(first), describe(first.kind, named.name.text(),
                                                        in_backticks(first.part.of(text.value))));
  for (std::size_t i = 1; i < std::min(placeholders.size(), kMaxPlaces); ++i) {
    const Span span = place(placeholders[i]);
    if (span != found.primary) found.labels.push_back({span, "here too"});
  }
  found.severity = lint::review_severity(cx.app);
  found.zoom.verdict = ZoomVerdict::review;
  report.report(std::move(found));
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const lint::PlaceholderKinds possible = lint::possible_placeholders(cx.catalog, cx.file.text);
  const bool has_host =
      possible.example_host || (possible.reserved_host && needs_own_domain(cx.app));
  if (!possible.word && !has_host) return;
  for (const NamedText& named : Texts(cx).collect()) check_text(cx, named, report);
}

}  // namespace zoomc::rules::placeholder_text
