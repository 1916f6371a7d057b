#include "unit/rules/random_styles.h"

#include <algorithm>

#include "syntax/core_schema.h"

namespace zoomc::testing {
namespace {

bool is_harmless(std::string_view text, bool in_flow) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view("!&*-?|>@`\"'%#[]{},:").find(text.front()) != std::string_view::npos) {
    return false;
  }
  const bool has_mark = text.find(": ") != std::string_view::npos ||
                        text.find(" #") != std::string_view::npos ||
                        text.find_first_of("\n\t") != std::string_view::npos;
  return !has_mark && (!in_flow || text.find_first_of("[]{},?\"") == std::string_view::npos);
}

bool is_short_text(std::string_view text) {
  return text.size() < 200 && text.find_first_of("\n\t\r") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x20; });
}

}  // namespace

std::string RandomStyles::comment() {
  const std::string number = std::to_string(comments_++);
  switch (below(9)) {
    case 0: return "# zoomc: allow " + rules_[below(rules_.size())] + " -- agreed " + number;
    case 1:
      return "# zoomc: allow " + rules_[below(rules_.size())] +
             (once_in(2) ? "" : " why " + number);
    case 2:
      return "# zoomc: allow " + rules_[below(rules_.size())] + ", " +
             slip(rules_[below(rules_.size())]) + " -- " + number;
    case 3: return once_in(3) ? "# zoomc: ignore " + number : "#" + number + " # [a] {b} 'c' \"d\"";
    case 4: return "# see https://acme.example/#" + number;
    default: return "# note " + number;
  }
}

// What may stand between tokens of a line, or a comment and the next line.
std::string RandomStyles::gap() {
  return once_in(30) ? "\t" : once_in(12) ? "  " : " ";
}

std::string RandomStyles::line_comment(std::size_t column) {
  return std::string(column, ' ') + comment() + "\n";
}

void RandomStyles::end_line() {
  if (once_in(5))
    out_ += gap() + comment();
  else if (once_in(15))
    out_ += once_in(2) ? " " : "\t";
  out_ += '\n';
  while (once_in(8)) {
    if (once_in(3)) {
      out_ += once_in(4) ? "      \n" : "\n";
    } else {
      out_ += line_comment(once_in(2) ? below(9) : 2 * below(3));
    }
  }
}

std::string RandomStyles::properties(bool is_scalar) {
  if (once_in(40)) return is_scalar ? "!!str " : "";
  if (!once_in(25)) return "";
  return "&a" + std::to_string(anchors_.size()) + "x" + std::to_string(below(1000)) + " ";
}

// The text as people misspell it.
std::string RandomStyles::slip(std::string text) {
  if (text.size() < 3) return text;
  const std::size_t at = 1 + below(text.size() - 2);
  if (static_cast<unsigned char>(text[at]) >= 0x80) return text;
  switch (below(3)) {
    case 0: text.erase(at, 1); break;
    case 1: text.insert(at, 1, text[at]); break;
    default: std::swap(text[at], text[at - 1]); break;
  }
  return text;
}

std::string RandomStyles::quoted(const std::string& text, std::size_t column, bool in_flow) {
  const bool is_double = once_in(2) || text.find('\'') != std::string::npos ||
                         text.find_first_of("\n\t") != std::string::npos;
  std::string out(1, is_double ? '"' : '\'');
  for (const char c : text) {
    if (is_double && (c == '"' || c == '\\')) out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == ' ' && !in_flow && once_in(8) && out.size() > 1 && out.back() != ' ') {
      out += "\n" + std::string(column + 1 + below(3), ' ');
    } else if (is_double && c == 'e' && once_in(60)) {
      out += "\\x65";
    } else {
      out += c;
    }
  }
  return out + (is_double ? '"' : '\'');
}

std::string RandomStyles::block(const std::string& text, std::size_t column) {
  const bool is_folded = once_in(2);
  const std::size_t depth = 1 + below(4);
  std::string out(1, is_folded ? '>' : '|');
  const std::string indicator = once_in(5) ? std::to_string(depth) : "";
  const std::string chomping = once_in(8) ? "" : once_in(12) ? "+" : "-";
  out += once_in(2) ? indicator + chomping : chomping + indicator;
  if (once_in(4)) out += gap() + comment();
  const std::string lead(column + depth, ' ');
  out += "\n" + lead;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool folds = is_folded && text[i] == ' ' && i + 1 < text.size() && text[i + 1] != ' ' &&
                       i > 0 && text[i - 1] != ' ' && once_in(6);
    if (text[i] == '\n' || folds) {
      out += "\n" + lead;
    } else {
      out += text[i];
    }
  }
  return out;
}

// `column` is where lines of the parent begin.
std::string RandomStyles::scalar(const syntax::Node& node, std::size_t column, bool in_flow,
                                 bool is_key) {
  if (node.missing) return "";
  std::string text = node.text;
  if (once_in(60) && is_short_text(text)) text = slip(text);
  const bool was_plain = node.style == syntax::ScalarStyle::plain;
  const bool is_text = syntax::scalar_type(node) == syntax::ScalarType::string;
  if (!is_key && is_short_text(text) && once_in(30)) {
    for (const auto& [name, named] : anchors_) {
      if (named == text && in_flow == false) return "*" + name;
    }
    const std::string name = "n" + std::to_string(anchors_.size());
    anchors_.emplace_back(name, text);
    if (is_harmless(text, in_flow)) return "&" + name + " " + text;
    return "&" + name + " " + quoted(text, column, true);
  }
  if (!is_text) return once_in(20) ? "'" + text + "'" : text;
  const std::string lead = is_key ? "" : properties(true);
  const bool may_be_block = !in_flow && !text.empty() && text.front() != ' ' &&
                            text.find("\n\n") == std::string::npos &&
                            text.find("\n ") == std::string::npos;
  if (may_be_block && !is_key && once_in(6)) return lead + block(text, column);
  syntax::Node plain;
  plain.text = text;
  const bool may_be_plain =
      is_harmless(text, in_flow) && syntax::scalar_type(plain) == syntax::ScalarType::string;
  if (!may_be_plain || once_in(was_plain ? 5 : 2))
    return lead + quoted(text, column, in_flow || is_key);
  if (!is_key && !in_flow && once_in(8)) {
    const std::size_t space = text.find(' ');
    if (space != std::string::npos && space > 0) {
      text.replace(space, 1, "\n" + std::string(column + 1 + below(3), ' '));
    }
  }
  return lead + text;
}

std::string RandomStyles::flow(const syntax::Node& node, std::size_t column) {
  const auto space = [&]() -> std::string {
    if (once_in(14)) return " " + comment() + "\n" + std::string(column + 1 + below(4), ' ');
    if (once_in(14)) return "\n" + std::string(column + 1 + below(4), ' ');
    return once_in(10) ? "  " : "";
  };
  if (node.is_scalar()) return scalar(node, column, true, false);
  std::string out = node.is_mapping() ? "{" : "[";
  bool first = true;
  for (const syntax::Node& item : node.items) {
    if (!first) out += space() + "," + (once_in(6) ? "" : " ");
    first = false;
    out += space() + flow(item, column);
  }
  for (const syntax::Member& member : node.members) {
    if (!first) out += space() + ", ";
    first = false;
    out += space() + scalar(member.key, column, true, true) + ":";
    if (!member.value.missing) out += " " + flow(member.value, column);
  }
  if (!first && once_in(20)) out += ",";
  return out + space() + (node.is_mapping() ? "}" : "]");
}

// Behind `key:` or `-`; ends the line.
void RandomStyles::value(const syntax::Node& node, std::size_t column, bool of_key) {
  const bool is_empty = node.items.empty() && node.members.empty();
  if (node.is_scalar() || is_empty || once_in(node.is_sequence() ? 2 : 4)) {
    const std::string written =
        node.is_scalar() ? scalar(node, column, false, false) : flow(node, column);
    const bool may_break = !written.empty() && written.front() != '|' && written.front() != '>' &&
                           written.find_first_of("&*!") != 0;
    if (may_break && once_in(25)) {
      if (once_in(2)) out_ += gap() + comment();
      out_ += "\n" + std::string(column + 1 + below(3), ' ') + written;
    } else if (!written.empty()) {
      out_ += gap() + written;
    }
    end_line();
    return;
  }
  if (!of_key && once_in(2)) {
    out_ += ' ';
    if (node.is_mapping()) {
      mapping(node, column + 2, true);
    } else {
      sequence(node, column + 2, true);
    }
    return;
  }
  if (once_in(30)) out_ += " &c" + std::to_string(below(100000));
  end_line();
  if (node.is_mapping()) {
    mapping(node, column + indent_, false);
  } else {
    sequence(node, column + (of_key && once_in(3) ? 0 : indent_), false);
  }
}

void RandomStyles::mapping(const syntax::Node& node, std::size_t column, bool on_line) {
  for (const syntax::Member& member : node.members) {
    if (!on_line) out_ += std::string(column, ' ');
    on_line = false;
    const std::string key = scalar(member.key, column, false, true);
    if (once_in(25)) {
      out_ += "? " + key;
      end_line();
      out_ += std::string(column, ' ') + ":";
    } else {
      out_ += key + (once_in(40) ? " :" : ":");
    }
    value(member.value, column, true);
  }
}

void RandomStyles::sequence(const syntax::Node& node, std::size_t column, bool on_line) {
  for (const syntax::Node& item : node.items) {
    for (std::size_t times = item.is_scalar() && once_in(20) ? 2 : 1; times > 0; --times) {
      if (!on_line) out_ += std::string(column, ' ');
      on_line = false;
      out_ += "-";
      value(item, column, false);
    }
  }
}

std::string RandomStyles::write(const syntax::Node& root) {
  out_.clear();
  anchors_.clear();
  comments_ = 0;
  indent_ = 1 + below(4);
  if (once_in(12)) out_ += "\xEF\xBB\xBF";
  if (once_in(4)) out_ += comment() + "\n";
  if (once_in(6)) {
    out_ += "---";
    end_line();
  }
  if (once_in(20)) {
    out_ += flow(root, 0);
    end_line();
  } else {
    mapping(root, 0, false);
  }
  if (once_in(12)) out_ += "...\n";
  while (once_in(6)) out_.pop_back();
  if (!once_in(6)) return out_;
  std::string crlf;
  for (const char c : out_) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  return crlf;
}

}  // namespace zoomc::testing
