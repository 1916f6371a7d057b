#include "cli/app_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/choice.h"
#include "rules/registry.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// A region that no platform has; empty when all are known.
std::string unknown_region(const Catalog& catalog, const std::vector<std::string>& regions) {
  for (const std::string& region : regions) {
    const bool known = std::any_of(
        catalog.platforms.begin(), catalog.platforms.end(),
        [&](const Platform& platform) { return platform.find_region(region) != nullptr; });
    if (!known) return region;
  }
  return {};
}

}  // namespace

void add_app_options(CLI::App& command, AppOptions& options) {
  Overrides& overrides = options.overrides;
  command
      .add_option("--region", overrides.regions,
                  "The workspace's region instead of the file's; several with commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("REGION");
  add_choice<Stage>(command, "--stage", overrides.stage, kEnumWords<Stage>, "STAGE",
                    "{}, instead of the file's");
  add_choice<ManagedBy>(command, "--managed-by", overrides.managed_by, kEnumWords<ManagedBy>, "WHO",
                        "{}, instead of the file's");
  add_choice<Vocabulary>(command, "--scope-names", overrides.scope_names, kEnumWords<Vocabulary>,
                         "NAMES", "{}, instead of the file's");
}

tl::expected<CheckOptions, ExitCode> check_options(Session& session, const AppOptions& options) {
  const auto catalog = session.catalog();
  if (!catalog) return tl::unexpected(catalog.error());
  const std::string unknown = unknown_region(**catalog, options.overrides.regions);
  if (!unknown.empty()) {
    return tl::unexpected(
        session.refuse_usage("--region: no platform has the region " + in_backticks(unknown)));
  }
  return CheckOptions{.catalog = *catalog, .rules = all_rules(), .overrides = options.overrides};
}

}  // namespace zoomc
