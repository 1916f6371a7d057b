#include "cli/git_file.h"

#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <string_view>
#include <vector>

#include "source/git.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

namespace fs = std::filesystem;

using Kind = GitRefusal::Kind;
using Output = tl::expected<std::string, GitProblem>;

tl::unexpected<GitProblem> problem(ExitCode code, std::string message) {
  return tl::unexpected(GitProblem{code, std::move(message)});
}

std::string shown(const std::string& path) {
  return "`" + escape_controls(path) + "`";
}

// The object that stands for a file in a commit, as `git ls-tree -z` prints it.
struct TreeEntry {
  std::string_view mode;
  std::string_view type;
  std::string object;
};

// "100644 blob 0123abcd...\tname"
TreeEntry read_entry(std::string_view text) {
  text = text.substr(0, text.find('\t'));
  const std::size_t mode = std::min(text.find(' '), text.size() - 1);
  const std::size_t type = std::min(text.find(' ', mode + 1), text.size() - 1);
  return {text.substr(0, mode), text.substr(mode + 1, type - mode - 1),
          std::string(text.substr(type + 1))};
}

// A file and a commit of the checkout that it is in.
class GitFile {
 public:
  GitFile(const std::string& revision, const std::string& path)
      : revision_(revision), path_(path), file_(path) {
    if (file_.has_parent_path()) directory_ = file_.parent_path().string();
  }

  tl::expected<std::optional<std::string>, GitProblem> read() const {
    if (auto checkout = expect_checkout(directory_); !checkout)
      return no_checkout(checkout.error());
    const Output commit = find_commit();
    if (!commit) return tl::unexpected(commit.error());
    // Not by `commit:path`, which fails in the same way for a path that was not there and for a
    // tree that cannot be read.
    const Output listed = ask({"ls-tree", "-z", *commit, "--", "./" + file_.filename().string()});
    if (!listed) return tl::unexpected(listed.error());
    if (listed->empty()) return std::nullopt;
    const TreeEntry entry = read_entry(*listed);
    if (entry.type != "blob") return std::nullopt;
    if (entry.mode == "120000") {
      return problem(ExitCode::io_error,
                     fmt::format("{} is a link at {}: give the file that it points to",
                                 shown(path_), in_backticks(revision_)));
    }
    return read_blob(entry.object);
  }

 private:
  tl::unexpected<GitProblem> no_checkout(const GitRefusal& refusal) const {
    if (refusal.kind == Kind::not_installed) return problem(ExitCode::io_error, refusal.reason);
    if (refusal.kind != Kind::no_checkout) return cannot_read(refusal);
    return problem(ExitCode::io_error,
                   fmt::format("{} is not in a git repository; --against compares with a commit",
                               in_backticks(directory_)));
  }

  tl::unexpected<GitProblem> cannot_read(const GitRefusal& refusal) const {
    return problem(
        ExitCode::io_error,
        fmt::format("git cannot read {} at {}: {}", shown(path_), in_backticks(revision_),
                    refusal.reason.empty() ? "it gives no reason" : refusal.reason));
  }

  // The output of git, without the last line break.
  Output ask(const std::vector<std::string>& arguments) const {
    auto answer = run_git(directory_, arguments);
    if (!answer) return cannot_read(answer.error());
    if (answer->output.ends_with('\n')) answer->output.pop_back();
    return std::move(answer->output);
  }

  // The hash of the commit, which git cannot read as an option.
  Output find_commit() const {
    auto name = run_git(directory_, name_of(revision_ + "^{commit}"));
    if (name) {
      name->output.pop_back();
      return std::move(name->output);
    }
    const auto object = find_object();
    if (object) {
      // A branch or tag leads to it, so it is missing as in a damaged repository.
      const Output type = ask({"cat-file", "-t", *object});
      if (!type) return type;
    } else if (name.error().kind != Kind::no) {
      return cannot_read(name.error());
    }
    return problem(ExitCode::usage,
                   fmt::format("--against: git has no commit {}", in_backticks(revision_)));
  }

  // The object that the revision names, of any type; nothing for an object's own hash, which git
  // takes for any.
  std::optional<std::string> find_object() const {
    auto name = run_git(directory_, name_of(revision_));
    if (!name) return std::nullopt;
    name->output.pop_back();
    if (name->output == revision_) return std::nullopt;
    return std::move(name->output);
  }

  static std::vector<std::string> name_of(const std::string& revision) {
    return {"rev-parse", "--verify", "--quiet", "--end-of-options", revision};
  }

  tl::expected<std::optional<std::string>, GitProblem> read_blob(const std::string& object) const {
    const auto size = run_git(directory_, {"cat-file", "-s", object});
    if (!size) {
      auto lacking = cannot_read(size.error());
      lacking.value().message +=
          fmt::format("; in a partial clone, fetch it with `git cat-file -e {}`", object);
      return lacking;
    }
    if (is_too_large(size->output)) return std::string(kMaxFileBytes + 1, ' ');
    auto blob = run_git(directory_, {"cat-file", "blob", object});
    if (!blob) return cannot_read(blob.error());
    return std::move(blob->output);
  }

  // `size` as git prints it, with a line break.
  static bool is_too_large(const std::string& size) {
    const std::string largest = std::to_string(kMaxFileBytes) + "\n";
    return size.size() > largest.size() || (size.size() == largest.size() && size > largest);
  }

  const std::string& revision_;
  const std::string& path_;
  fs::path file_;
  std::string directory_ = ".";
};

}  // namespace

tl::expected<std::optional<std::string>, GitProblem> read_at_revision(const std::string& revision,
                                                                      const std::string& path) {
  return GitFile(revision, path).read();
}

}  // namespace zoomc::cli
