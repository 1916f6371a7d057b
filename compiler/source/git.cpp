#include "source/git.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "source/system_reason.h"

namespace zoomc {
namespace {

// The next piece of a text up to `end`, which is taken off it.
std::string_view take_until(std::string_view& text, char end) {
  const std::string_view piece = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), piece.size() + 1));
  return piece;
}

// "warning: could not open directory 'a/b/': Permission denied"
std::optional<UnreadableDirectory> read_warning(std::string_view line) {
  constexpr std::string_view kBegin = "warning: could not open directory '";
  constexpr std::string_view kMiddle = "/': ";
  const std::size_t middle = line.rfind(kMiddle);
  if (!line.starts_with(kBegin) || middle == std::string_view::npos || middle < kBegin.size()) {
    return std::nullopt;
  }
  return UnreadableDirectory{std::string(line.substr(kBegin.size(), middle - kBegin.size())),
                             as_reason(std::string(line.substr(middle + kMiddle.size())))};
}

}  // namespace

tl::expected<ProcessResult, IoError> run_git(const std::string& directory,
                                             std::vector<std::string> arguments) {
  std::vector<std::string> command{"git", "-c", "core.fsmonitor=false", "-C", directory};
  command.insert(command.end(), std::make_move_iterator(arguments.begin()),
                 std::make_move_iterator(arguments.end()));
  return run_process(command);
}

std::optional<std::vector<UnreadableDirectory>> list_with_git(
    const std::string& directory, const std::vector<std::string>& patterns,
    const std::function<void(std::string_view name)>& take) {
  std::vector<std::string> arguments{"ls-files",           "-z", "--cached", "--others",
                                     "--exclude-standard", "--"};
  arguments.insert(arguments.end(), patterns.begin(), patterns.end());
  const auto listed = run_git(directory, std::move(arguments));
  if (!listed || listed->exit_code != 0) return std::nullopt;
  for (std::string_view names = listed->output; !names.empty();) take(take_until(names, '\0'));
  std::vector<UnreadableDirectory> unreadable;
  for (std::string_view lines = listed->errors; !lines.empty();) {
    if (auto found = read_warning(take_until(lines, '\n'))) {
      unreadable.push_back(*std::move(found));
    }
  }
  return unreadable;
}

}  // namespace zoomc
