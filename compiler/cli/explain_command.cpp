#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/session.h"
#include "explain/explain.h"
#include "rules/registry.h"
#include "secrets/hiding.h"
#include "text/quote.h"

namespace zoomc {
namespace {

ExitCode refuse_topic(Session& session, const Knowledge& knowledge, const std::string& topic) {
  std::string message = "zoomc: unknown topic " + in_backticks(topic);
  const auto suggestions = suggest_topics(knowledge, topic);
  if (suggestions.empty()) {
    message +=
        ": no rule, scope, feature, operation, event, region or platform, no text or code of "
        "Zoom's "
        "and no symptom that zoomc knows; `zoomc catalog` lists what there is\n";
  } else {
    message += "; did you mean\n";
    for (const std::string& suggestion : suggestions) message += "  " + suggestion + "\n";
  }
  session.console.err(without_secrets(std::move(message)));
  return ExitCode::usage;
}

// The words of the command line, where `-` stands for what standard input has.
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

ExitCode explain_all(Session& session, const std::vector<std::string>& arguments) {
  const auto catalog = session.catalog();
  if (!catalog) return catalog.error();
  const auto words = read_words(session, arguments);
  if (!words) return words.error();
  const std::vector<FindingKind> kinds = finding_kinds();
  const Knowledge knowledge{**catalog, kinds};
  ExitCode code = ExitCode::fine;
  std::string out;
  for (const std::string& topic : topics_of(knowledge, *words)) {
    if (const auto text = explain(knowledge, topic)) {
      out += out.empty() ? *text : "\n" + *text;
    } else {
      code = worst(code, refuse_topic(session, knowledge, topic));
    }
  }
  return worst(code, session.console.out(out));
}

}  // namespace

void add_explain_command(CLI::App& program, Session& session, Action& action) {
  auto topics = std::make_shared<std::vector<std::string>>();
  CLI::App* command = program.add_subcommand(
      "explain", "Explain a rule, a scope, a text that Zoom showed or a symptom");
  command
      ->add_option(
          "TOPIC", *topics,
          "A rule, scope, feature, operation, event, region or platform; a text or code of "
          "Zoom's as it was pasted; a symptom in your own words; - for standard input")
      ->required();
  command->callback([&session, &action, topics] {
    action = [&session, topics] { return explain_all(session, *topics); };
  });
}

}  // namespace zoomc
