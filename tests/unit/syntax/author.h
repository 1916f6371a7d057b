#pragma once
#include <cstddef>
#include <map>
#include <random>
#include <string>

namespace zoomc::syntax {

// Which forms of YAML an author uses: all of them, or those that `quick_parse` reads.
enum class Forms { all, quick };

// Writes a text at random (the same one for a seed in every run) and its meaning side by side.
class Author {
 public:
  explicit Author(unsigned seed, Forms forms = Forms::all) : random_(seed), forms_(forms) {}

  void write();

  const std::string& text() const { return text_; }
  // The meaning and nothing of the form: {key=value;...}, [item;...], 'text'.
  const std::string& meaning() const { return meaning_; }

 private:
  std::size_t roll(std::size_t sides);
  std::string word();
  std::string key(std::size_t number);
  // Not deeper than `indent`, where a comment would be text of a block scalar above it. Behind one
  // that keeps its blank lines no blank line comes first.
  void comment_lines(std::size_t indent);
  void end_line();
  void mean(const std::string& text);
  void block_mapping(std::size_t indent, std::size_t depth, bool in_line = false);
  void block_sequence(std::size_t indent, std::size_t depth);
  // The value behind a `:` or `-` at `indent`, with the line break behind it.
  void value(std::size_t indent, std::size_t depth, bool of_key);
  void bare_value(std::size_t indent, std::size_t depth, bool of_key, bool anchored);
  void line_scalar();
  void lines_of_plain(std::size_t inner);
  void line_in_quotes();
  void lines_in_quotes(std::size_t inner);
  void block_text(std::size_t inner);
  void flow(std::size_t inner, std::size_t depth);
  void flow_value(std::size_t inner, std::size_t depth);
  void bare_flow_value(std::size_t inner, std::size_t depth);
  void flow_space(std::size_t inner);
  // Now and then a name that has a meaning, which is meant here too; else nothing.
  std::string name_for_alias();
  // Now and then a name for the value that comes next; else nothing. Up to its end, which
  // `end_anchor` tells, no alias may have that name.
  std::string name_for_anchor();
  void end_anchor(const std::string& name, std::size_t meaning_begin);

  std::mt19937 random_;
  Forms forms_;
  std::string text_;
  std::string meaning_;
  // What each name means; nothing while its value is written.
  std::map<std::string, std::string> names_;
  bool keeps_blank_lines_ = false;
};

}  // namespace zoomc::syntax
