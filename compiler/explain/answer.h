#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc::explain {

// One answer for people: sentences, and rows of a label, a thing and a note in aligned columns.
class Answer {
 public:
  // A line of its own.
  void say(std::string_view sentence);
  // A label that repeats that of the row above is left out. A row that belongs to another begins
  // its label with two spaces.
  void row(std::string_view label, std::string_view what, std::string_view note = {});
  // A row for each of `things`.
  void rows(const std::string& label, const std::vector<std::string>& things);

  [[nodiscard]] std::string text() const;

 private:
  struct Line {
    std::string label;
    std::string what;
    std::string note;
    bool is_row = false;
  };
  std::vector<Line> lines_;
};

std::vector<std::string> to_strings(std::span<const std::string_view> views);

// The items of a list of the tables; none of an empty one.
std::vector<std::string> split_list(std::string_view list, char separator);

// "1 operation", "2 operations".
std::string count_of(std::size_t number, const std::string& noun);

}  // namespace zoomc::explain
