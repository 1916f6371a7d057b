#include "explain/answer.h"

#include <algorithm>
#include <fmt/core.h>

#include "text/utf8.h"

namespace zoomc::explain {
namespace {

// Columns are at least this wide, so that short answers look alike.
constexpr std::size_t kMinLabel = 11;
constexpr std::size_t kMinWhat = 27;
constexpr std::size_t kGap = 2;

std::string pad(const std::string& text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return taken < width ? text + std::string(width - taken, ' ') : text;
}

}  // namespace

void Answer::say(std::string_view sentence) {
  lines_.push_back({.what = std::string(sentence)});
}

void Answer::row(std::string_view label, std::string_view what, std::string_view note) {
  lines_.push_back({std::string(label), std::string(what), std::string(note), true});
}

void Answer::rows(const std::string& label, const std::vector<std::string>& things) {
  for (const std::string& thing : things) row(label, thing);
}

std::string Answer::text() const {
  std::size_t label_width = kMinLabel;
  std::size_t what_width = kMinWhat;
  for (const Line& line : lines_) {
    label_width = std::max(label_width, display_width(line.label));
    if (!line.note.empty()) what_width = std::max(what_width, display_width(line.what));
  }
  std::string text;
  const std::string* above = nullptr;
  for (const Line& line : lines_) {
    if (line.is_row) {
      const bool again = above != nullptr && *above == line.label;
      text += "  " + pad(again ? std::string() : line.label, label_width + kGap);
      text += line.note.empty() ? line.what : pad(line.what, what_width + kGap) + line.note;
    } else {
      text += line.what;
    }
    text += '\n';
    above = line.is_row ? &line.label : nullptr;
  }
  return text;
}

std::vector<std::string> to_strings(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

std::vector<std::string> split_list(std::string_view list, char separator) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const auto end = list.find(separator);
    items.emplace_back(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return items;
}

std::string count_of(std::size_t number, const std::string& noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace zoomc::explain
