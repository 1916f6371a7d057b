#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "lsp/serve.h"
#include "rules/registry.h"
#include "text/quote.h"

namespace zoomc {
namespace {

struct LspOptions {
  bool stdio = false;
  bool log = false;
};

ExitCode run_server(Session& session, const LspOptions& options) {
  const auto catalog = session.catalog();
  if (!catalog) return catalog.error();
  // Empty when the system does not know it: clients name files by their whole path.
  std::error_code error;
  lsp::ServerOptions server{.catalog = *catalog,
                            .rules = all_rules(),
                            .findings = finding_kinds(),
                            .version = ZOOMC_VERSION,
                            .working_directory = std::filesystem::current_path(error).string()};
  if (options.log) {
    server.log = [&session](std::string_view line) {
      session.console.err("zoomc lsp: " + escape_controls(line) + "\n");
    };
  }
  const auto write = [&session](std::string_view bytes) {
    return session.console.out(bytes) == ExitCode::fine;
  };
  const int code = lsp::serve(server, session.files, STDIN_FILENO, write);
  return code == 0 ? ExitCode::fine : ExitCode::findings;
}

}  // namespace

void add_lsp_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<LspOptions>();
  CLI::App* command = program.add_subcommand(
      "lsp", "Serve an editor over standard input and output (Language Server Protocol)");
  command->add_flag("--stdio", options->stdio, "Does nothing: what some clients add by themselves");
  command->add_flag("--log", options->log, "Tell on standard error which messages come and go");
  command->callback([&session, &action, options] {
    action = [&session, options] { return run_server(session, *options); };
  });
}

}  // namespace zoomc
