#include <algorithm>
#include <string>

#include "lint/place.h"
#include "lint/rule.h"
#include "lint/secrets.h"
#include "lint/url_edit.h"

namespace zoomc::rules::inline_secret {

extern constexpr RuleInfo kInfo = checked({
    .id = "inline-secret",
    .summary = "a secret stands in the file instead of a reference to it",
    .severity = Severity::error,
    .fix = FixPromise::always,
});

namespace {

bool is_in_brackets(const Node& node, Span value) {
  if (!node.span.contains(value)) return false;
  if (node.flow) return true;
  const auto around = [&](const Node& child) { return is_in_brackets(child, value); };
  return std::any_of(node.items.begin(), node.items.end(), around) ||
         std::any_of(node.members.begin(), node.members.end(),
                     [&](const Member& member) { return around(member.value); });
}

// In brackets the braces of a reference need quotes.
Edit refer(const LintContext& cx, const Text& value, const std::string& reference) {
  if (is_in_brackets(cx.document.root, value.span)) return replace_url(cx.file, value, reference);
  return replace_value(cx.file, value, reference);
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  for (const Secret& secret : secrets_of(cx.app)) {
    const std::string reference = "${" + secret.variable + "}";
    Diagnostic found =
        report.make(secret.value.span,
                    "a secret stands in the file: whoever can read the repository has it; refer to "
                    "it as `" +
                        reference + "`");
    found.sensitive = true;
    found.zoom = {ZoomVerdict::unknown, "make a new secret in Marketplace: this one is known"};
    found.fixes.push_back(
        {FixSafety::unsafe, "`" + reference + "`", {refer(cx, secret.value, reference)}});
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::inline_secret
