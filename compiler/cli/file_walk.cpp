#include "cli/file_walk.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fmt/core.h>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "config/config.h"
#include "source/git.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

namespace fs = std::filesystem;

IoError cannot_read(const std::string& directory, const std::string& reason) {
  return {fmt::format("cannot read the directory {}: {}", in_backticks(directory), reason),
          directory};
}

bool may_be_entered(const std::string& directory) {
  return access(directory.c_str(), X_OK) == 0;
}

// Follows links. A path whose type is unknown is kept: reading it reports why.
bool may_be_file(const char* path) {
  struct stat found {};
  if (stat(path, &found) == 0) return S_ISREG(found.st_mode);
  return errno != ENOENT && errno != ENOTDIR;
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// True if a directory in the path is skipped.
bool is_in_passed_over(std::string_view path, const FileChoice& choice) {
  if (!choice.also_in_git) return false;
  for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    if (choice.is_passed_over(path.substr(0, slash))) return true;
    path.remove_prefix(slash + 1);
  }
  return false;
}

// The prefix of the paths below a directory in their normal form: "" for ".", "a/" for "./a".
std::string normal_prefix(const std::string& directory) {
  std::string below = (fs::path(directory) / "x").lexically_normal().string();
  below.pop_back();
  return below;
}

// The files below `directory` that git lists; nothing if there is no checkout, or no git.
std::optional<FoundFiles> ask_git(const std::string& directory, const FileChoice& choice) {
  FoundFiles found;
  const std::string prefix = normal_prefix(directory);
  const auto unreadable = list_with_git(directory, choice.git_patterns, [&](std::string_view name) {
    if (is_in_passed_over(name, choice) || !choice.is_meant(name_of(name))) return;
    std::string path = prefix;
    path += name;
    // The index still has what was deleted from the disk.
    if (may_be_file(path.c_str())) found.files.push_back(std::move(path));
  });
  if (!unreadable) {
    const GitRefusal& refusal = unreadable.error();
    if (refusal.kind == GitRefusal::Kind::not_installed ||
        refusal.kind == GitRefusal::Kind::no_checkout || !may_be_entered(directory)) {
      return std::nullopt;
    }
    // All files that are there would be too many, and what git ignores may be broken on purpose.
    return FoundFiles{{},
                      {{fmt::format("git cannot list the files of `{}`: {}",
                                    escape_controls(directory), refusal.reason)}}};
  }
  for (const UnreadableDirectory& directory_below : *unreadable) {
    if (is_in_passed_over(directory_below.path, choice)) continue;
    found.unreadable.push_back(cannot_read(directory_below.path, directory_below.reason));
  }
  return found;
}

class Walk {
 public:
  explicit Walk(const FileChoice& choice) : choice_(choice) {}

  // Keeps no directory open while it looks into another.
  FoundFiles run(const std::string& directory) {
    ahead_.emplace_back(directory);
    while (!ahead_.empty()) {
      const fs::path next = std::move(ahead_.back());
      ahead_.pop_back();
      look_into(next);
    }
    return std::move(found_);
  }

 private:
  void look_into(const fs::path& directory) {
    std::error_code error;
    fs::directory_iterator entry(directory, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) add(*entry);
    if (error) {
      found_.unreadable.push_back(cannot_read(directory.string(), system_reason(error.value())));
    }
  }

  void add(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    // The type of an entry that is not a link was read with its name.
    std::error_code error;
    const bool is_link = entry.is_symlink(error);
    if (!is_link && entry.is_directory(error)) {
      if (!choice_.is_passed_over(name)) ahead_.push_back(entry.path());
    } else if (choice_.is_meant(name) &&
               (is_link ? may_be_file(entry.path().c_str()) : entry.is_regular_file(error))) {
      found_.files.push_back(entry.path().lexically_normal().string());
    }
  }

  const FileChoice& choice_;
  std::vector<fs::path> ahead_;
  FoundFiles found_;
};

bool is_passed_over(std::string_view directory) {
  return directory.starts_with('.') || directory == "node_modules";
}

}  // namespace

FoundFiles find_files(const std::string& directory, const FileChoice& choice) {
  auto tracked = ask_git(directory, choice);
  FoundFiles found = tracked ? *std::move(tracked) : Walk(choice).run(directory);
  std::sort(found.files.begin(), found.files.end());
  found.files.erase(std::unique(found.files.begin(), found.files.end()), found.files.end());
  std::sort(found.unreadable.begin(), found.unreadable.end(),
            [](const IoError& a, const IoError& b) { return a.message < b.message; });
  return found;
}

std::string app_stem(std::string_view path) {
  if (const std::string_view suffix = config::app_suffix(path); !suffix.empty()) {
    return std::string(path.substr(0, path.size() - suffix.size()));
  }
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  const bool has_extension = dot != std::string_view::npos && dot > name;
  return std::string(has_extension ? path.substr(0, dot) : path);
}

std::string manifest_path(std::string_view app_path) {
  return app_stem(app_path) + ".manifest.json";
}

FoundFiles find_app_files(const std::string& directory) {
  std::vector<std::string> patterns;
  for (const std::string_view suffix : config::kAppSuffixes)
    patterns.push_back(fmt::format("*{}", suffix));
  return find_files(directory, {.is_meant = config::is_app_file_name,
                                .is_passed_over = is_passed_over,
                                .git_patterns = std::move(patterns)});
}

}  // namespace zoomc::cli
