#include "cli/checked_file.h"

#include <algorithm>
#include <fmt/core.h>

#include "rules/registry.h"
#include "shell/command_line.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

// A region that no platform has; empty when all are known.
std::string unknown_region(const catalog::Catalog& catalog,
                           const std::vector<std::string>& regions) {
  for (const std::string& region : regions) {
    const bool known = std::any_of(
        catalog.platforms.begin(), catalog.platforms.end(),
        [&](const catalog::Platform& platform) { return platform.find_region(region) != nullptr; });
    if (!known) return region;
  }
  return {};
}

bool is_plain(char c) {
  return is_alphanumeric(c) || std::string_view("._-/+,:@%").find(c) != std::string_view::npos;
}

// `$'...'` with all that is not printable ASCII as bytes: a shell reads the same name, and no
// terminal sees what is in it.
std::string escaped_for_shell(std::string_view text) {
  std::string out = "$'";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte > 0x7E) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      if (c == '\'' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "'";
}

}  // namespace

tl::expected<driver::CheckOptions, ExitCode> check_options(Session& session,
                                                           const model::Overrides& overrides) {
  const auto catalog = session.catalog();
  if (!catalog) return tl::unexpected(catalog.error());
  const std::string unknown = unknown_region(**catalog, overrides.regions);
  if (!unknown.empty()) {
    return tl::unexpected(session.refuse_usage(
        fmt::format("--region: no platform has the region {}", in_backticks(unknown))));
  }
  return driver::CheckOptions{
      .catalog = *catalog, .rules = rules::all_rules(), .overrides = overrides};
}

tl::expected<CheckedFile, ExitCode> check_file(Session& session, const model::Overrides& overrides,
                                               const std::string& path) {
  auto settings = check_options(session, overrides);
  if (!settings) return tl::unexpected(settings.error());
  auto file = session.read(path);
  if (!file) return tl::unexpected(file.error());
  const auto project = session.project(path);
  if (!project) return tl::unexpected(project.error());
  settings->config = project->config();
  return CheckedFile{driver::check(std::move(*file), *settings), settings->catalog};
}

std::string file_argument(const std::string& path) {
  if (path == "-") return path;
  // A name that starts with `-` must not be read as an option.
  const std::string safe = path.starts_with('-') ? "./" + path : path;
  if (std::all_of(safe.begin(), safe.end(), is_plain)) return safe;
  return escape_controls(safe) == safe ? shell::shell_quoted(safe) : escaped_for_shell(safe);
}

}  // namespace zoomc::cli
