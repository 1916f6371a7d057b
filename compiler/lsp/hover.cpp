#include "lsp/hover.h"

#include <algorithm>
#include <fmt/core.h>
#include <vector>

#include "lint/suppression.h"
#include "lsp/topic.h"
#include "text/quote.h"

namespace zoomc::lsp {
namespace {

// More findings of one word are left to the list of diagnostics.
constexpr std::size_t kMaxFindings = 5;

std::string describe_key(const KeyDoc& doc) {
  if (doc.title.empty()) return {};
  std::string text = "**" + std::string(doc.title) + "**\n\n" + std::string(doc.description) + "\n";
  if (!doc.example.empty()) text += fmt::format("\nExample: `{}`\n", doc.example);
  return text;
}

// The topic that a word stands for.
Topic topic_of(const Token& spot) {
  Topic topic{topic_kind(spot.path, spot.role == Role::key), spot.text};
  const bool is_action = topic.kind == TopicKind::feature && spot.path.front() == "features";
  if (is_action) topic.name = spot.path.back() + "." + spot.text;
  return topic;
}

std::string describe_spot(const SchemaContext& language, const driver::Checked& checked,
                          const Token& spot) {
  const Topic topic = topic_of(spot);
  std::string text = explain_topic(language.context, topic);
  if (!text.empty()) {
    const std::string here = checked.is_app ? explain_in_app(*checked.analysis, topic) : "";
    return here.empty() ? text : text + "\n" + here;
  }
  Path path = spot.path;
  if (spot.role == Role::key) path.push_back(spot.text);
  return describe_key(language.guide.key(path));
}

void add_part(std::string& text, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += "\n---\n";
  text += part;
}

std::string describe_finding(const SchemaContext& language, const Diagnostic& found) {
  const std::string opening = page_opening(language.context, found.id);
  if (opening.empty()) return {};
  return "**" + std::string(found.id) + "** (" + std::string(to_string(found.severity)) + ")\n\n" +
         opening + "\n";
}

// The rule that an allowance names at `offset`.
std::optional<Hover> hover_allowance(const SchemaContext& language,
                                     const resolve::CompiledApp& made, std::uint32_t offset) {
  const LineIndex lines(made.file.text);
  for (const lint::Suppression& suppression :
       lint::read_suppressions(made.file, made.document, lines)) {
    for (const lint::SuppressedRule& rule : suppression.rules) {
      if (offset < rule.span.begin || offset > rule.span.end) continue;
      std::string page = page_of(language.context, rule.id);
      if (!page.empty()) return Hover{std::move(page), rule.span};
    }
  }
  return std::nullopt;
}

bool is_in_comment(const syntax::Document& document, std::uint32_t offset) {
  return std::any_of(document.comments.begin(), document.comments.end(),
                     [&](const syntax::Comment& one) {
                       return one.span.begin <= offset && offset <= one.span.end;
                     });
}

Token spot_at(const resolve::CompiledApp& made, std::uint32_t offset) {
  // Without a tree the line itself tells.
  const bool was_read = !made.document.root.span.empty();
  return was_read ? token_at(made.document.root, offset)
                  : token_of(find_cursor(made.file.text, offset), made.file.text);
}

}  // namespace

std::optional<Hover> hover(const SchemaContext& language, const driver::Checked& checked,
                           std::uint32_t offset) {
  const resolve::CompiledApp& made = *checked.analysis;
  if (is_in_comment(made.document, offset)) return hover_allowance(language, made, offset);
  const Token spot = spot_at(made, offset);
  Hover result{"", spot.span};
  if (spot.role != Role::none && spot.role != Role::comment) {
    result.markdown = describe_spot(language, checked, spot);
  }
  std::size_t findings = 0;
  for (const Diagnostic& found : checked.findings) {
    const bool is_here = found.primary.begin <= offset && offset <= found.primary.end;
    if (!is_here || findings++ >= kMaxFindings) continue;
    if (result.markdown.empty() && spot.role == Role::none) result.span = found.primary;
    add_part(result.markdown, describe_finding(language, found));
  }
  if (result.markdown.empty()) return std::nullopt;
  return result;
}

}  // namespace zoomc::lsp
