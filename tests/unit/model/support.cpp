#include "unit/model/support.h"

#include <algorithm>

#include "diagnostics/sink.h"
#include "model/build.h"
#include "source/line_index.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::test {
using namespace model;

std::string Built::at(Span span) const {
  const LineColumn position = LineIndex(file.text).position(span.begin);
  return std::to_string(position.line) + ":" + std::to_string(position.column) + " " +
         std::string(file.slice(span));
}

std::string Built::show(const Diagnostic& finding) const {
  const LineColumn position = LineIndex(file.text).position(finding.primary.begin);
  return std::to_string(position.line) + ":" + std::to_string(position.column) + " " +
         std::string(finding.id) + " [" + std::string(file.slice(finding.primary)) + "] " +
         finding.message;
}

std::vector<std::string> Built::shown() const {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : findings) lines.push_back(show(finding));
  return lines;
}

std::string Built::fixed() const {
  REQUIRE(findings.size() == 1);
  REQUIRE(findings.front().fixes.size() == 1);
  std::vector<Edit> edits = findings.front().fixes.front().edits;
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.span > b.span; });
  std::string text = file.text;
  for (const Edit& edit : edits) text.replace(edit.span.begin, edit.span.size(), edit.replacement);
  return text;
}

Built build(std::string text) {
  Built built;
  built.file = {"app.zoom.yaml", std::move(text)};
  Sink sink;
  const auto document = syntax::parse(built.file, sink);
  REQUIRE(document);
  built.app = build_app(*document, sink);
  built.findings = sink.take();
  return built;
}

Built build_below(std::string_view text) {
  return build("zoomc: 1\napp: {name: A}\n" + std::string(text));
}

std::vector<std::string> unread_paths(const App& app) {
  std::vector<std::string> paths;
  for (const UnreadKey& key : app.unread) paths.push_back(key.path);
  return paths;
}

}  // namespace zoomc::test
