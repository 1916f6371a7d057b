#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "schema/schemas.h"

namespace zoomc {
namespace {

constexpr ChoiceWord<std::string_view> kSchemas[] = {
    {"app", "app", "*.zoom.yaml"},
    {"manifest", "manifest", "what `compile` writes"},
    {"config", "config", ".zoomc.yaml"}};

}  // namespace

void add_schema_command(CLI::App& program, Session& session, Action& action) {
  auto name = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand(
      "schema", "Print the JSON Schema of app files, manifests or project settings");
  add_choice<std::string_view>(*command, "KIND", *name, kSchemas, "", "{}")->required();
  command->callback([&session, &action, name] {
    action = [&session, name] { return session.console.out(schema_text(*name)); };
  });
}

}  // namespace zoomc
