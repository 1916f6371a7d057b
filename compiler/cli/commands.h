#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace zoomc {

class Session;

// What the command line asked to be run.
using Action = std::function<ExitCode()>;

// Each adds its command to the program and sets `action` when the command is given.
void add_init_command(CLI::App& program, Session& session, Action& action);
void add_compile_command(CLI::App& program, Session& session, Action& action);
void add_lint_command(CLI::App& program, Session& session, Action& action);
void add_check_command(CLI::App& program, Session& session, Action& action);
void add_drift_command(CLI::App& program, Session& session, Action& action);
void add_import_command(CLI::App& program, Session& session, Action& action);
void add_why_command(CLI::App& program, Session& session, Action& action);
void add_justify_command(CLI::App& program, Session& session, Action& action);
void add_checklist_command(CLI::App& program, Session& session, Action& action);
void add_report_command(CLI::App& program, Session& session, Action& action);
void add_diff_command(CLI::App& program, Session& session, Action& action);
void add_explain_command(CLI::App& program, Session& session, Action& action);
void add_catalog_command(CLI::App& program, Session& session, Action& action);
void add_catalog_update_command(CLI::App& program, Session& session, Action& action);
void add_catalog_diff_command(CLI::App& program, Session& session, Action& action);
void add_infer_command(CLI::App& program, Session& session, Action& action);
void add_lsp_command(CLI::App& program, Session& session, Action& action);
void add_schema_command(CLI::App& program, Session& session, Action& action);
void add_completions_command(CLI::App& program, Session& session, Action& action);
void add_man_command(CLI::App& program, Session& session, Action& action);

}  // namespace zoomc
