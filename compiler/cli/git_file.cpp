#include "cli/git_file.h"

#include <filesystem>
#include <vector>

#include "source/git.h"
#include "text/quote.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;

using Output = tl::expected<std::optional<std::string>, GitProblem>;

tl::unexpected<GitProblem> problem(ExitCode code, std::string message) {
  return tl::unexpected(GitProblem{code, std::move(message)});
}

// Git in one directory. Its own words are dropped, so what is asked is small enough to know what a
// refusal means.
class Git {
 public:
  explicit Git(std::string directory) : directory_(std::move(directory)) {}

  // What it prints, without the last line break; nothing when it refuses.
  Output ask(std::vector<std::string> arguments) const {
    auto answer = run(std::move(arguments));
    if (answer && *answer && (*answer)->ends_with('\n')) (*answer)->pop_back();
    return answer;
  }

  Output run(std::vector<std::string> arguments) const {
    auto result = run_git(directory_, std::move(arguments));
    if (!result) return problem(ExitCode::world, result.error().message);
    if (result->exit_code != 0) return std::nullopt;
    return std::optional(std::move(result->output));
  }

 private:
  std::string directory_;
};

// `size` as git prints it.
bool is_too_large(const std::string& size) {
  constexpr std::size_t kDigits = std::string_view("8388608").size();
  return size.size() > kDigits || (size.size() == kDigits && size > std::to_string(kMaxFileBytes));
}

}  // namespace

tl::expected<std::optional<std::string>, GitProblem> read_at_revision(const std::string& revision,
                                                                      const std::string& path) {
  const fs::path file(path);
  const std::string directory = file.has_parent_path() ? file.parent_path().string() : ".";
  const Git git(directory);
  auto inside = git.ask({"rev-parse", "--is-inside-work-tree"});
  if (!inside) return inside;
  if (!*inside) {
    return problem(ExitCode::world, "git knows no repository at " + in_backticks(directory) +
                                        "; --against compares with a commit");
  }
  // From here on the commit's own name, which cannot be taken for an option.
  auto commit =
      git.ask({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!commit) return commit;
  if (!*commit) {
    return problem(ExitCode::usage, "--against: git knows no commit " + in_backticks(revision));
  }
  const std::string object = **commit + ":./" + file.filename().string();
  auto size = git.ask({"cat-file", "-s", object});
  if (!size || !*size) return size;
  if (is_too_large(**size)) return std::optional(std::string(kMaxFileBytes + 1, ' '));
  return git.run({"cat-file", "blob", object});
}

}  // namespace zoomc
