#include "unit/lsp/support.h"

#include "catalog/builtin.h"
#include "rules/registry.h"
#include "schema/schemas.h"
#include "support/catch.h"

namespace zoomc::test {
using namespace lsp;

Marked unmark(const std::string& text) {
  const std::size_t at = text.find("@@");
  REQUIRE(at != std::string::npos);
  return {text.substr(0, at) + text.substr(at + 2), static_cast<std::uint32_t>(at)};
}

const std::vector<FindingKind>& rule_kinds() {
  static const std::vector<FindingKind> kinds = rules::finding_kinds();
  return kinds;
}

const explain::ExplainContext& context() {
  static const explain::ExplainContext all{catalog::builtin_catalog(), rule_kinds()};
  return all;
}

const lsp::SchemaContext& app_language() {
  static const lsp::SchemaGuide guide(schema::schema_text("app"));
  static const lsp::SchemaContext language{guide, context()};
  return language;
}

const lsp::SchemaContext& settings_language() {
  static const lsp::SchemaGuide guide(schema::schema_text("config"));
  static const lsp::SchemaContext language{guide, context()};
  return language;
}

driver::CheckOptions all_options() {
  return {.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()};
}

driver::Checked checked(const std::string& text) {
  return driver::check({"app.zoom.yaml", text}, all_options());
}

std::string app_with(const std::string& rest) {
  return "zoomc: 1\napp: {name: Acme, purpose: CRM logging}\nregion: eu\n" + rest;
}

lsp::Completion completion_at(const std::string& text, const driver::Checked* last,
                              const lsp::SchemaContext& language) {
  const Marked marked = unmark(text);
  return lsp::complete({.text = marked.text,
                        .offset = marked.offset,
                        .language = language,
                        .rules = rules::all_rules(),
                        .last = last});
}

lsp::Completion completion_at(const std::string& text) {
  const driver::Checked last = checked(unmark(text).text);
  return completion_at(text, &last);
}

std::vector<std::string> labels(const lsp::Completion& completion) {
  std::vector<std::string> labels;
  for (const lsp::CompletionItem& one : completion.candidates) labels.push_back(one.label);
  return labels;
}

std::string completed(const std::string& text, const std::string& label) {
  const lsp::Completion completion = completion_at(text);
  for (const lsp::CompletionItem& one : completion.candidates) {
    if (one.label != label) continue;
    std::string out = unmark(text).text;
    return out.replace(completion.word.begin, completion.word.size(), one.text);
  }
  return "no candidate " + label;
}

}  // namespace zoomc::test
