#include <fmt/core.h>

#include "cli/command.h"
#include "cli/session.h"
#include "explain/explain.h"
#include "rules/registry.h"
#include "secrets/hiding.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

ExitCode refuse_topic(Session& session, const explain::ExplainContext& context,
                      const std::string& topic) {
  const auto suggestions = explain::suggest_topics(context, topic);
  std::string message =
      suggestions.empty()
          ? fmt::format(
                "zoomc: unknown topic {}: zoomc explains rules, scopes, features, "
                "operations, events, regions, platforms, Zoom's error texts and codes, "
                "and symptoms; `zoomc catalog` lists them\n",
                in_backticks(topic))
          : fmt::format("zoomc: unknown topic {}; did you mean\n", in_backticks(topic));
  for (const std::string& suggestion : suggestions) message += "  " + suggestion + "\n";
  session.console.err(secrets::without_secrets(std::move(message)));
  return ExitCode::usage;
}

// The words of the command line; `-` stands for standard input.
tl::expected<std::vector<std::string>, ExitCode> read_words(
    Session& session, const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
  for (const std::string& argument : arguments) {
    if (argument != "-") {
      words.push_back(argument);
      continue;
    }
    auto input = session.read("-");
    if (!input) return tl::unexpected(input.error());
    words.push_back(std::move(input->text));
  }
  return words;
}

struct ExplainOptions {
  std::vector<std::string> topics;
};

ExitCode explain_all(Session& session, const ExplainOptions& options) {
  const auto catalog = session.catalog();
  if (!catalog) return catalog.error();
  const auto words = read_words(session, options.topics);
  if (!words) return words.error();
  const std::vector<FindingKind> kinds = rules::finding_kinds();
  const explain::ExplainContext context{**catalog, kinds};
  ExitCode code = ExitCode::fine;
  std::string out;
  for (const std::string& topic : explain::topics_of(context, *words)) {
    if (const auto text = explain::explain(context, topic)) {
      out += out.empty() ? *text : "\n" + *text;
    } else {
      code = worst(code, refuse_topic(session, context, topic));
    }
  }
  return worst(code, session.console.out(out));
}

constexpr shell::CommandOption kExplainOptions[] = {required(argument<&ExplainOptions::topics>(
    "TOPIC",
    "A rule, scope, feature, operation, event, region or platform; an error text or code from "
    "Zoom, as pasted; a symptom in your own words; - for standard input"))};
constexpr shell::CommandExample kExplainExamples[] = {
    {"zoomc explain redirect-url-mismatch", "A rule"},
    {"zoomc explain 'Invalid redirect url'", "A text that Zoom showed"},
    {"zoomc explain 'phone returns no calls'", "A symptom"}};

}  // namespace

constexpr CommandEntry kExplain = entry<ExplainOptions, explain_all>(
    {.name = "explain",
     .group = groups::kUnderstand,
     .summary = "Explain a rule, a scope, a text that Zoom showed or a symptom",
     .options = kExplainOptions,
     .examples = kExplainExamples});

}  // namespace zoomc::cli
