#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "driver/check.h"
#include "lsp/completion.h"
#include "lsp/hover.h"

namespace zoomc::test {
using namespace lsp;

// A text in which `@@` stood once, and where.
struct Marked {
  std::string text;
  std::uint32_t offset = 0;
};
Marked unmark(const std::string& text);

// The rules with their pages.
const std::vector<FindingKind>& rule_kinds();
const explain::ExplainContext& context();
const lsp::SchemaContext& app_language();
const lsp::SchemaContext& settings_language();

driver::CheckOptions all_options();
driver::Checked checked(const std::string& text);

// The smallest app with `rest` below it.
std::string app_with(const std::string& rest);

// What `@@` can be completed to, the app being as it is there.
lsp::Completion completion_at(const std::string& text);
// The same, in what the file was before (null: it never was an app), or in settings.
lsp::Completion completion_at(const std::string& text, const driver::Checked* last,
                              const lsp::SchemaContext& language = app_language());
std::vector<std::string> labels(const lsp::Completion& completion);
// The text after the candidate with that label was taken.
std::string completed(const std::string& text, const std::string& label);

}  // namespace zoomc::test
