#include <algorithm>
#include <string>

#include "lint/place.h"
#include "lint/rule.h"
#include "lint/secret_names.h"
#include "lint/url_edit.h"
#include "text/quote.h"

namespace zoomc::rules::inline_secret {

extern constexpr RuleInfo kInfo = checked({
    .id = "inline-secret",
    .summary = "a secret stands in the file instead of a reference to it",
    .severity = Severity::error,
    .fix = FixPromise::always,
});

namespace {

// `${NAME}` or `${{ secrets.NAME }}`: the value comes from somewhere else.
bool is_reference(std::string_view value) {
  return value.starts_with("${") && value.ends_with("}") && value.size() > 3;
}

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

void report_secret(const LintContext& cx, const Text& value, const std::string& variable,
                   Reporter& report) {
  Diagnostic found =
      report.make(value.span,
                  "a secret stands in the file: whoever can read the repository has it; refer to "
                  "it as `${" +
                      variable + "}`");
  found.sensitive = true;
  found.zoom = {ZoomVerdict::unknown, "make a new secret in Marketplace: this one is known"};
  found.fixes.push_back(
      {FixSafety::unsafe, "`${" + variable + "}`", {refer(cx, value, "${" + variable + "}")}});
  report.report(std::move(found));
}

std::string variable_name(std::string_view key) {
  std::string name = "ZOOM_";
  for (const char c : key) {
    const bool lower = c >= 'a' && c <= 'z';
    const bool word = lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += lower ? static_cast<char>(c - 'a' + 'A') : word ? c : '_';
  }
  return name;
}

void check_extra(const LintContext& cx, const Node& node, Reporter& report) {
  for (const Member& member : node.members) {
    const Node& value = member.value;
    if (value.is_scalar() && !value.missing && !value.text.empty() &&
        names_a_secret(member.key.text) && !is_reference(value.text)) {
      report_secret(cx, {value.text, value.span, member.key.span}, variable_name(member.key.text),
                    report);
    }
    check_extra(cx, value, report);
  }
  for (const Node& item : node.items) check_extra(cx, item, report);
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  const auto& secret = cx.app.credentials.client_secret;
  if (secret && !is_reference(secret->value)) {
    report_secret(cx, *secret, "ZOOM_CLIENT_SECRET", report);
  }
  if (cx.app.manifest_extra) check_extra(cx, *cx.app.manifest_extra, report);
}

}  // namespace zoomc::rules::inline_secret
