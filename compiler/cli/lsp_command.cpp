#include <filesystem>
#include <fmt/core.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/session.h"
#include "lsp/server.h"
#include "rules/registry.h"
#include "text/quote.h"

namespace zoomc::cli {
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
                            .rules = rules::all_rules(),
                            .findings = rules::finding_kinds(),
                            .version = ZOOMC_VERSION,
                            .working_directory = std::filesystem::current_path(error).string()};
  if (options.log) {
    server.log = [&session](std::string_view line) {
      session.console.err(fmt::format("zoomc lsp: {}\n", escape_controls(line)));
    };
  }
  const auto write = [&session](std::string_view bytes) {
    return session.console.out(bytes) == ExitCode::fine;
  };
  const int code = lsp::serve(server, session.files, STDIN_FILENO, write);
  return code == 0 ? ExitCode::fine : ExitCode::findings;
}

constexpr shell::CommandOption kLspOptions[] = {
    flag<&LspOptions::stdio>("--stdio", "Does nothing: some clients always add it"),
    flag<&LspOptions::log>("--log", "Log the messages received and sent on standard error")};
constexpr shell::CommandExample kLspExamples[] = {
    {"zoomc lsp", "The command that an editor starts; see README for its settings"}};

}  // namespace

constexpr CommandEntry kLsp = entry<LspOptions, run_server>(
    {.name = "lsp",
     .group = groups::kTools,
     .summary = "Serve an editor over standard input and output (Language Server Protocol)",
     .options = kLspOptions,
     .examples = kLspExamples});

}  // namespace zoomc::cli
