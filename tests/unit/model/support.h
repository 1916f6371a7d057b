#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/app.h"
#include "source/source_file.h"

namespace zoomc::test {
using namespace model;

// An app read from YAML text, with what was found on the way.
struct Built {
  SourceFile file;
  App app;
  std::vector<Diagnostic> findings;

  // "3:9 wrong-type [2024] `app.name` must be text, ...": place, id, the bytes under the caret and
  // the message.
  std::string show(const Diagnostic& finding) const;
  std::vector<std::string> shown() const;
  // "3:9 eu": where a located value stands and what is written there.
  std::string at(Span span) const;
  template <class T>
  std::string at(const Located<T>& located) const {
    return at(located.span);
  }
  // The text after the only fix of the only finding.
  std::string fixed() const;
};

Built build(std::string text);
// The same below two lines that every app has: `text` begins on line 3.
Built build_below(std::string_view text);

// The paths that were noted as unread.
std::vector<std::string> unread_paths(const App& app);

}  // namespace zoomc::test
