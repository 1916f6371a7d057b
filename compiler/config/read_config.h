#pragma once
#include <span>
#include <string_view>

#include "config/config.h"
#include "diagnostics/sink.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc::config {

// The ids of what can be found in an app: `rules` by the linter, `fixed` by the phases before it.
struct RuleIds {
  std::span<const std::string_view> rules;
  std::span<const std::string_view> fixed;
};

// Reads the settings. Every mistake is reported once, at its place; after an error the result must
// not be used. A file of nothing but comments changes nothing.
ProjectConfig read_config(const SourceFile& file, const RuleIds& ids, Sink& sink);
// The same of a file that has been parsed.
ProjectConfig read_config(const syntax::Document& document, const RuleIds& ids, Sink& sink);

}  // namespace zoomc::config
