#include "cli/finding_kinds.h"

#include <span>

#include "audit/codes.h"
#include "author/codes.h"
#include "catalog_source/codes.h"
#include "catalog_update/codes.h"
#include "cli/codes.h"
#include "config/codes.h"
#include "infer/codes.h"
#include "manifest/codes.h"
#include "model/codes.h"
#include "resolve/codes.h"
#include "rules/registry.h"
#include "syntax/codes.h"

namespace zoomc {
namespace {

std::string_view word_of(FixPromise fix) {
  switch (fix) {
    case FixPromise::never: return "never";
    case FixPromise::sometimes: return "sometimes";
    case FixPromise::always: return "always";
  }
  return {};
}

void add(std::vector<FindingKind>& kinds, std::string_view room, std::span<const Code> codes) {
  for (const Code& code : codes) {
    kinds.push_back({.id = code.id,
                     .summary = code.summary,
                     .severity = to_string(code.severity),
                     .found_by = room,
                     .page = rule_documentation(code.id)});
  }
}

}  // namespace

std::vector<FindingKind> finding_kinds() {
  std::vector<FindingKind> kinds;
  for (const Rule& rule : all_rules()) {
    const RuleInfo& info = *rule.info;
    kinds.push_back({info.id, info.summary, to_string(info.severity), "lint", word_of(info.fix),
                     rule_documentation(info.id)});
  }
  add(kinds, "syntax", syntax_codes::kAll);
  add(kinds, "model", model_codes::kAll);
  add(kinds, "resolve", resolve_codes::kAll);
  add(kinds, "manifest", manifest_codes::kAll);
  add(kinds, "audit", audit_codes::kAll);
  add(kinds, "author", author_codes::kAll);
  add(kinds, "infer", infer_codes::kAll);
  add(kinds, "config", config_codes::kAll);
  add(kinds, "catalog", catalog_codes::kAll);
  add(kinds, "catalog update", update_codes::kAll);
  add(kinds, "run", cli_codes::kAll);
  return kinds;
}

}  // namespace zoomc
