#include "cli/checked_file.h"

#include <algorithm>

#include "shell/shell_text.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc {
namespace {

bool is_plain(char c) {
  return is_alphanumeric(c) || std::string_view("._-/+,:@%").find(c) != std::string_view::npos;
}

// `$'...'` with all that is not printable ASCII as bytes: a shell reads the same name, and no
// terminal sees what is in it.
std::string escaped_for_shell(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "$'";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte > 0x7E) {
      out += {'\\', 'x', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    } else {
      if (c == '\'' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "'";
}

}  // namespace

tl::expected<CheckedFile, ExitCode> check_file(Session& session, const AppOptions& options,
                                               const std::string& path) {
  auto settings = check_options(session, options);
  if (!settings) return tl::unexpected(settings.error());
  auto file = session.read(path);
  if (!file) return tl::unexpected(file.error());
  const auto project = session.project(path);
  if (!project) return tl::unexpected(project.error());
  settings->config = project->config();
  return CheckedFile{check(std::move(*file), *settings), settings->catalog};
}

std::string file_argument(const std::string& path) {
  if (path == "-") return path;
  // Not an option, whatever it is called.
  const std::string safe = path.starts_with('-') ? "./" + path : path;
  if (std::all_of(safe.begin(), safe.end(), is_plain)) return safe;
  return escape_controls(safe) == safe ? shell_quoted(safe) : escaped_for_shell(safe);
}

}  // namespace zoomc
