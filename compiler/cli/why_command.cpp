#include <fmt/core.h>

#include "cli/checked_file.h"
#include "cli/command.h"
#include "review/why.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

struct WhyOptions {
  model::Overrides app;
  std::string file;
  std::string scope;
};

ExitCode refuse_scope(Session& session, const resolve::ResolvedApp& resolved,
                      const std::string& name) {
  std::vector<std::string_view> names;
  for (const resolve::ResolvedScope& scope : resolved.scopes) names.push_back(scope.name);
  const auto near = nearest(name, names);
  return session.refuse_usage(
      near ? fmt::format("the app does not have the scope {}; did you mean {}?", in_backticks(name),
                         in_backticks(*near))
           : fmt::format("the app does not have the scope {}", in_backticks(name)));
}

ExitCode why(Session& session, const WhyOptions& options) {
  const auto file = check_file(session, options.app, options.file);
  if (!file) return file.error();
  if (file->checked.has_errors()) {
    session.show_findings(file->checked);
    return ExitCode::findings;
  }
  const resolve::CompiledApp& made = file->made();
  if (options.scope.empty()) {
    return session.tell(review::explain_scopes(made.resolved, made.file), {&made.file});
  }
  const resolve::ResolvedScope* scope = resolve::find_resolved_scope(made.resolved, options.scope);
  if (scope == nullptr) return refuse_scope(session, made.resolved, options.scope);
  return session.tell(review::explain_scope(made.resolved, made.file, *scope), {&made.file});
}

constexpr auto kWhyOptions =
    joined({required(argument<&WhyOptions::file>("FILE", "The app; - for standard input")),
            argument<&WhyOptions::scope>("SCOPE", "Only this scope")},
           app_options<&WhyOptions::app>());
constexpr shell::CommandExample kWhyExamples[] = {
    {"zoomc why crm.zoom.yaml", "Prove every scope"},
    {"zoomc why crm.zoom.yaml meeting:read:list_meetings:admin", "Prove one"}};

}  // namespace

constexpr CommandEntry kWhy =
    entry<WhyOptions, why>({.name = "why",
                            .group = groups::kUnderstand,
                            .summary = "Prove each scope: scope, requirement, feature, line of the "
                                       "file",
                            .options = kWhyOptions,
                            .examples = kWhyExamples});

}  // namespace zoomc::cli
