#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"

namespace zoomc::fuzz {

// Every span lies in the file, and no fix has edits that overlap.
void hold_spans(const SourceFile& file, const std::vector<Diagnostic>& findings);

// Every report takes the findings: what is JSON parses, all of it is UTF-8, and no byte of the file
// reaches a terminal as a control character.
void hold_reports(const SourceFile& file, const std::vector<Diagnostic>& findings);

void hold_json(std::string_view text);

}  // namespace zoomc::fuzz
