#include "support/fix_promises.h"

#include <algorithm>

#include "syntax/parse.h"

namespace zoomc {

std::vector<std::string> comments_of(const std::string& app) {
  Sink sink;
  const SourceFile file{"app.zoom.yaml", app};
  std::vector<std::string> comments;
  if (const auto document = syntax::parse(file, sink)) {
    for (const syntax::Comment& comment : document->comments) {
      const std::string_view text = file.slice(comment.span);
      if (text.find("zoomc:") == std::string_view::npos) comments.emplace_back(text);
    }
  }
  return comments;
}

std::string broken_promise(const std::string& app, const driver::Fixed& fixed,
                           const driver::CheckOptions& options, bool unsafe_too) {
  const driver::Checked before = driver::check({"app.zoom.yaml", app}, options);
  if (!fixed.checked.is_app && before.is_app) return "the result is an app";
  if (comments_of(fixed.text) != comments_of(app)) return "comments are kept";
  const auto is_left = [&](const Diagnostic& found) {
    return std::any_of(found.fixes.begin(), found.fixes.end(), [&](const Fix& fix) {
      const bool may_stay = fix.kind == FixKind::remove && fix.safety == FixSafety::unsafe;
      return (unsafe_too || fix.safety == FixSafety::safe) && !may_stay;
    });
  };
  const auto is_held_back = [&](const Diagnostic& found) {
    return std::any_of(found.fixes.begin(), found.fixes.end(),
                       [&](const Fix& fix) { return unsafe_too || fix.safety == FixSafety::safe; });
  };
  const std::vector<Diagnostic>& left = fixed.checked.findings;
  if (std::any_of(left.begin(), left.end(), is_left)) return "nothing is left to be fixed";
  if (std::any_of(left.begin(), left.end(), is_held_back)) return "";
  const driver::Fixed again = driver::fix({"app.zoom.yaml", fixed.text}, options, unsafe_too);
  if (again.applied > 0 || again.text != fixed.text) return "no second run is needed";
  return "";
}

}  // namespace zoomc
