#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "edit/apply.h"

namespace zoomc {

// Edits of an app file as they were made, and the findings that they are about.
struct AppChange {
  std::string_view before;
  std::string_view after;
  std::vector<edit::MadeEdit> edits;
  std::vector<const Diagnostic*> findings;
};

// What a change does beyond what its findings name; empty when nothing. Everything that they do not
// name has the same value at the same path, nothing appears but in text that an edit wrote, nothing
// goes but what an edit took out, and every comment is a comment still, with the same text and in
// the same order. A finding names the values that it points at, itself or with a label, those with
// the same text, and the key of the value that it points at.
std::string harm_of(const AppChange& change);

// The change that one fix of a finding makes; `after` is filled in by the caller.
AppChange change_of(std::string_view before, const Diagnostic& found, const Fix& fix);

}  // namespace zoomc
