#include <algorithm>
#include <fmt/core.h>
#include <string>

#include "edit/scalar.h"
#include "lint/rule.h"
#include "lint/secrets.h"
#include "text/quote.h"

namespace zoomc::rules::inline_secret {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "inline-secret",
    .summary = "the file has a secret instead of a reference to it",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::guide,
    .item = "app-credentials",
    .since = "0.1.0",
});

namespace {

bool is_in_brackets(const syntax::Node& node, Span value) {
  if (!node.span.contains(value)) return false;
  if (node.flow) return true;
  const auto around = [&](const syntax::Node& child) { return is_in_brackets(child, value); };
  return std::any_of(node.items.begin(), node.items.end(), around) ||
         std::any_of(node.members.begin(), node.members.end(),
                     [&](const syntax::Member& member) { return around(member.value); });
}

// In brackets the braces of a reference need quotes.
Edit put_instead(const lint::LintContext& cx, const lint::Secret& secret) {
  if (secret.in_url || is_in_brackets(cx.document.root, secret.value.span)) {
    return edit::replace_url(cx.file, secret.value, secret.instead);
  }
  return edit::replace_value(cx.file, secret.value, secret.instead);
}

std::string message_of(const lint::Secret& secret) {
  if (secret.in_url) {
    return "this URL has a password; anyone with access to the repository can read it. Remove it "
           "from the URL";
  }
  return fmt::format(
      "this looks like a secret; anyone with access to the repository can read it. Use `{}`",
      secret.instead);
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const lint::Secret& secret : cx.secrets) {
    Diagnostic found = report.make(secret.place, message_of(secret));
    found.sensitive = true;
    found.zoom = {ZoomVerdict::unknown,
                  secret.in_url ? "change the password: this one is compromised"
                                : "regenerate the secret in Marketplace: this one is compromised"};
    // Where the file could not be read, the effect of a change is not known.
    if (secret.in_words || cx.document.root.members.empty()) {
      report.report(std::move(found));
      continue;
    }
    found.fixes.push_back(
        {FixSafety::unsafe, in_backticks(secret.instead), {put_instead(cx, secret)}});
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::inline_secret
