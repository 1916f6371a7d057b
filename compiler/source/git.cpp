#include "source/git.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/core.h>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <sys/stat.h>

#include "source/git_command.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;

dev_t device_of(const fs::path& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 ? found.st_dev : 0;
}

bool is_pipe(const fs::path& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 && S_ISFIFO(found.st_mode);
}

bool is_ceiling(const fs::path& directory) {
  const char* variable = std::getenv("GIT_CEILING_DIRECTORIES");
  std::string_view rest = variable != nullptr ? variable : "";
  while (!rest.empty()) {
    const std::string_view entry = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    std::error_code error;
    if (!entry.empty() && fs::weakly_canonical(entry, error) == directory) return true;
  }
  return false;
}

bool has_repository(const fs::path& directory) {
  const fs::path entry = directory / ".git";
  std::error_code error;
  if (!fs::exists(fs::symlink_status(entry, error))) return false;
  return !fs::is_directory(entry, error) || !fs::is_empty(entry, error) || error;
}

// The path as a person at the working directory writes it.
std::string shown(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  return error ? path.string() : path.lexically_proximate(here).string();
}

std::optional<std::string> first_pipe(const fs::path& directory,
                                      std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const fs::path path = directory / name;
    if (is_pipe(path)) return shown(path);
  }
  return std::nullopt;
}

// The directory at or above `directory` that has a `.git`, as git looks for it: not beyond a mount
// point, nor beyond what GIT_CEILING_DIRECTORIES forbids. An empty `.git` is nothing to git.
std::optional<std::string> find_repository(const std::string& directory) {
  std::error_code error;
  fs::path at = fs::canonical(directory, error);
  if (error) return std::nullopt;
  const dev_t device = device_of(at);
  while (!has_repository(at)) {
    const fs::path above = at.parent_path();
    if (above == at || is_ceiling(above) || device_of(above) != device) return std::nullopt;
    at = above;
  }
  return at.string();
}

// A pipe in place of a file that git opens before it answers anything about `directory`, as a path
// from the working directory: git would wait there for ever. Those deeper in the tree, which take a
// walk to find, are left to the time that git has.
std::optional<std::string> find_pipe_of_repository(const std::string& directory) {
  const auto top = find_repository(directory);
  if (!top) return std::nullopt;
  return first_pipe(fs::path(*top) / ".git",
                    {"HEAD", "commondir", "config", "config.worktree", "index", "packed-refs",
                     "shallow", "info/grafts", "objects/info/alternates"});
}

// The same among the ignore files that git reads to list `directory`.
std::optional<std::string> find_pipe_of_ignore_files(const std::string& directory) {
  const auto top = find_repository(directory);
  if (!top) return std::nullopt;
  auto found = first_pipe(fs::path(*top) / ".git", {"info/exclude", "info/sparse-checkout"});
  std::error_code error;
  fs::path at = fs::canonical(directory, error);
  while (!found && !error) {
    found = first_pipe(at, {".gitignore"});
    if (at == *top || at == at.parent_path()) break;
    at = at.parent_path();
  }
  return found;
}

using Kind = GitRefusal::Kind;

tl::unexpected<GitRefusal> refuse(Kind kind, std::string reason) {
  return tl::unexpected(GitRefusal{kind, std::move(reason)});
}

tl::unexpected<GitRefusal> refuse_pipe(const std::string& path) {
  return refuse(Kind::no_answer,
                fmt::format("cannot read `{}`: it is not a file", escape_controls(path)));
}

// The next piece of a text up to `end`, which is taken off it.
std::string_view take_until(std::string_view& text, char end) {
  const std::string_view piece = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), piece.size() + 1));
  return piece;
}

constexpr std::string_view kWarning = "warning: ";

// True if a piece that is dropped came before `line`.
bool drop(std::string_view& line, std::string_view piece) {
  if (!line.starts_with(piece)) return false;
  line.remove_prefix(piece.size());
  return true;
}

// The message of git on standard error, as the end of a sentence; empty if there is none. Its first
// lines tell why, and how to allow what it refused.
std::string reason_of(std::string_view errors) {
  constexpr int kLines = 6;
  std::string reason;
  for (int lines = 0; lines < kLines && !errors.empty();) {
    std::string_view line = take_until(errors, '\n');
    while (line.starts_with('\t') || line.starts_with(' ')) line.remove_prefix(1);
    if (line.empty() || line.starts_with(kWarning) || line.starts_with("hint: ")) continue;
    if (!drop(line, "fatal: ")) drop(line, "error: ");
    if (!reason.empty()) reason += reason.ends_with(':') ? " " : "; ";
    reason += as_reason(std::string(line));
    ++lines;
  }
  return reason;
}

// In the locale `C`. With a path in place of the bracket a `.git` leads to where there is none.
bool says_no_repository(std::string_view errors) {
  return errors.starts_with("fatal: not a git repository (or any");
}

GitRefusal refusal_of(const std::string& directory, const ProcessResult& result) {
  std::string reason = reason_of(result.errors);
  if (says_no_repository(result.errors)) {
    const auto found = find_repository(directory);
    if (!found) return {Kind::no_checkout, std::move(reason)};
    return {Kind::no_answer,
            fmt::format("`{}/.git` exists, but git says: {}", escape_controls(*found), reason)};
  }
  // Higher numbers mean a signal.
  if (reason.empty() && result.exit_code <= 128) return {Kind::no, {}};
  if (reason.empty()) {
    reason = fmt::format("git ended with exit code {} and no message", result.exit_code);
  }
  return {Kind::no_answer, std::move(reason)};
}

// "warning: could not open directory 'a/b/': Permission denied", where the path may have any
// characters.
std::vector<UnreadableDirectory> read_warnings(std::string_view errors) {
  constexpr std::string_view kBegin = "warning: could not open directory '";
  constexpr std::string_view kMiddle = "/': ";
  std::vector<UnreadableDirectory> unreadable;
  for (std::size_t begin = errors.find(kBegin); begin != std::string_view::npos;) {
    const std::size_t next = errors.find(kBegin, begin + kBegin.size());
    const std::string_view one = errors.substr(
        begin + kBegin.size(),
        next == std::string_view::npos ? std::string_view::npos : next - begin - kBegin.size());
    const std::size_t middle = one.rfind(kMiddle);
    std::string_view reason =
        middle == std::string_view::npos ? "" : one.substr(middle + kMiddle.size());
    unreadable.push_back(
        {std::string(one.substr(0, middle)), as_reason(std::string(take_until(reason, '\n')))});
    begin = next;
  }
  return unreadable;
}

}  // namespace

GitAnswer<ProcessResult> run_git(const std::string& directory,
                                 const std::vector<std::string>& arguments,
                                 const ProcessLimits& limits) {
  if (!find_program("git")) {
    return refuse(Kind::not_installed, "cannot run `git`: no such file or directory");
  }
  if (const auto pipe = find_pipe_of_repository(directory)) return refuse_pipe(*pipe);
  GitCommand command = git_command(directory, arguments, plain_environment());
  auto result = run_process(command.arguments, limits, std::move(command.environment));
  if (!result) {
    // Without a repository, git could not list more.
    return refuse(find_repository(directory) ? Kind::no_answer : Kind::no_checkout,
                  std::move(result.error().message));
  }
  if (result->exit_code != 0) return tl::unexpected(refusal_of(directory, *result));
  return *std::move(result);
}

GitAnswer<void> expect_checkout(const std::string& directory, const ProcessLimits& limits) {
  const auto inside = run_git(directory, {"rev-parse", "--is-inside-work-tree"}, limits);
  if (!inside) return tl::unexpected(inside.error());
  // A repository may have no checkout, or one elsewhere (`core.worktree`).
  if (inside->output != "true\n") {
    return refuse(Kind::no_checkout, "the git repository there has its files elsewhere");
  }
  return {};
}

GitAnswer<std::vector<UnreadableDirectory>> list_with_git(
    const std::string& directory, const std::vector<std::string>& patterns,
    const std::function<void(std::string_view name)>& take, const ProcessLimits& limits) {
  if (const auto checkout = expect_checkout(directory, limits); !checkout) {
    return tl::unexpected(checkout.error());
  }
  if (const auto pipe = find_pipe_of_ignore_files(directory)) return refuse_pipe(*pipe);
  std::vector<std::string> arguments{"ls-files",           "-z", "--cached", "--others",
                                     "--exclude-standard", "--"};
  arguments.insert(arguments.end(), patterns.begin(), patterns.end());
  const auto listed = run_git(directory, arguments, limits);
  if (!listed) return tl::unexpected(listed.error());
  for (std::string_view names = listed->output; !names.empty();) take(take_until(names, '\0'));
  return read_warnings(listed->errors);
}

}  // namespace zoomc
