#include "config/glob.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/utf8.h"

namespace zoomc::config {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, slash);
    if (!segment.empty() && segment != ".") segments.push_back(segment);
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return segments;
}

std::size_t character_bytes(std::string_view text, std::size_t offset) {
  const auto point = decode_utf8(text, offset);
  return point ? point->bytes : 1;
}

// The characters that `?` matches.
enum class QuestionMark : std::uint8_t { itself, any_character };

// Going back to the last `*` is enough: what an earlier one could take, that one can take too.
bool matches_stars(std::string_view pattern, std::string_view name, QuestionMark question_mark) {
  const bool is_wild = question_mark == QuestionMark::any_character;
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t taken = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = n;
    } else if (p < pattern.size() && pattern[p] == '?' && is_wild) {
      ++p;
      n += character_bytes(name, n);
    } else if (p < pattern.size() && pattern[p] == name[n]) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      taken += is_wild ? character_bytes(name, taken) : 1;
      n = taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

// Matches a whole glob with the first `count` segments of a path. As with `*` in a name it is
// enough to go back to the last `**`.
bool matches_segments(const std::vector<std::string_view>& glob,
                      const std::vector<std::string_view>& path, std::size_t count) {
  std::size_t g = 0;
  std::size_t p = 0;
  bool starred = false;
  std::size_t star = 0;
  std::size_t taken = 0;
  while (p < count) {
    if (g < glob.size() && glob[g] == "**") {
      // At the end it matches what is inside, so at least one segment.
      if (g + 1 == glob.size()) return true;
      starred = true;
      star = g++;
      taken = p;
    } else if (g < glob.size() && matches_stars(glob[g], path[p], QuestionMark::any_character)) {
      ++g;
      ++p;
    } else if (starred) {
      g = star + 1;
      p = ++taken;
    } else {
      return false;
    }
  }
  return g == glob.size();
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view name) {
  return matches_stars(pattern, name, QuestionMark::itself);
}

bool matches_glob(std::string_view glob, std::string_view path) {
  const bool directories_only = !glob.empty() && glob.back() == '/';
  const bool anchored =
      glob.substr(0, glob.size() - (directories_only ? 1 : 0)).find('/') != std::string_view::npos;
  std::vector<std::string_view> wanted = segments_of(glob);
  if (wanted.empty()) return false;
  if (!anchored) wanted.insert(wanted.begin(), "**");
  const std::vector<std::string_view> names = segments_of(path);
  for (std::size_t count = 1; count <= names.size(); ++count) {
    const bool is_file = count == names.size();
    if (is_file && directories_only) break;
    if (matches_segments(wanted, names, count)) return true;
  }
  return false;
}

bool matches_any_glob(std::span<const std::string> globs, std::string_view path) {
  return std::any_of(globs.begin(), globs.end(),
                     [path](const std::string& glob) { return matches_glob(glob, path); });
}

}  // namespace zoomc::config
