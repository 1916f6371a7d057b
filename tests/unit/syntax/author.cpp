#include "author.h"

#include <iterator>
#include <vector>

namespace zoomc::syntax {

void Author::write() {
  comment_lines(0);
  block_mapping(0, 0);
  comment_lines(0);
}

std::size_t Author::roll(std::size_t sides) {
  return std::uniform_int_distribution<std::size_t>(0, sides - 1)(random_);
}

std::string Author::word() {
  static const std::vector<std::string> words = {"admin", "eu",   "Acme", "x1",
                                                 "é",     "日本", "🙂", "it's",
                                                 "a-b",   "c:d",  "e#f",  "https://x.example/y",
                                                 "?g"};
  return words[roll(words.size() - (forms_ == Forms::quick ? 1 : 0))];
}

std::string Author::key(std::size_t number) {
  const std::string name = "k" + std::to_string(number);
  meaning_ += "'" + name + "'=";
  switch (roll(4)) {
    case 0: return "\"" + name + "\"";
    case 1: return "'" + name + "'";
    case 2: return name + " ";
    default: return name;
  }
}

void Author::comment_lines(std::size_t indent) {
  while (roll(5) == 0) {
    const bool blank = roll(2) == 0 && !keeps_blank_lines_;
    text_ += blank ? "\n" : std::string(roll(indent + 1), ' ') + "# note: [\"\n";
    keeps_blank_lines_ = false;
  }
  keeps_blank_lines_ = false;
}

void Author::end_line() {
  text_ += roll(4) == 0 ? "   # it's a note\n" : "\n";
}

void Author::mean(const std::string& text) {
  meaning_ += "'" + text + "'";
}

void Author::block_mapping(std::size_t indent, std::size_t depth, bool in_line) {
  meaning_ += "{";
  const std::size_t members = 1 + roll(4);
  for (std::size_t i = 0; i < members; ++i) {
    if (i > 0 || !in_line) {
      comment_lines(indent);
      text_ += std::string(indent, ' ');
    }
    text_ += key(i) + ":";
    value(indent, depth, true);
    meaning_ += ";";
  }
  meaning_ += "}";
}

void Author::block_sequence(std::size_t indent, std::size_t depth) {
  meaning_ += "[";
  const std::size_t items = 1 + roll(3);
  for (std::size_t i = 0; i < items; ++i) {
    comment_lines(indent);
    text_ += std::string(indent, ' ') + "-";
    if (depth < 4 && roll(4) == 0) {
      const std::size_t spaces = 1 + roll(2);
      text_ += std::string(spaces, ' ');
      block_mapping(indent + 1 + spaces, depth + 1, true);
    } else {
      value(indent, depth, false);
    }
    meaning_ += ";";
  }
  meaning_ += "]";
}

void Author::value(std::size_t indent, std::size_t depth, bool of_key) {
  if (const std::string named = name_for_alias(); !named.empty()) {
    text_ += " *" + named;
    return end_line();
  }
  const std::string name = name_for_anchor();
  if (!name.empty()) text_ += " &" + name;
  const std::size_t meaning_begin = meaning_.size();
  bare_value(indent, depth, of_key, !name.empty());
  end_anchor(name, meaning_begin);
}

void Author::bare_value(std::size_t indent, std::size_t depth, bool of_key, bool anchored) {
  const bool is_anchored_item = anchored && !of_key;
  // The library counts indentation from the anchor of an item.
  const std::size_t inner = indent + 1 + roll(3) + (is_anchored_item ? 2 : 0);
  std::size_t kind = roll(depth < 4 ? 10 : 7);
  const bool is_for_library = (kind == 0 && anchored) || (kind == 4 && is_anchored_item);
  if (forms_ == Forms::quick && is_for_library) kind = 1;
  switch (kind) {
    case 0: return mean(""), end_line();
    case 1: return flow(inner, depth);
    case 2: return lines_of_plain(inner);
    case 3: return forms_ == Forms::quick ? line_in_quotes() : lines_in_quotes(inner);
    case 4: return block_text(inner);
    case 7: {
      end_line();
      return block_mapping(inner, depth + 1);
    }
    case 8: {
      end_line();
      return block_sequence(of_key && roll(2) == 0 ? indent : inner, depth + 1);
    }
    default: {
      text_ += " ";
      line_scalar();
      return end_line();
    }
  }
}

void Author::line_scalar() {
  std::string text = word() + " ";
  text += word();
  mean(text);
  switch (roll(3)) {
    case 0: text_ += "\"" + text + "\""; break;
    case 1: {
      text_ += "'";
      for (const char c : text) text_ += c == '\'' ? std::string("''") : std::string(1, c);
      text_ += "'";
      break;
    }
    default: text_ += text;
  }
}

void Author::lines_of_plain(std::size_t inner) {
  text_ += " one\n" + std::string(inner, ' ') + "two  \n";
  if (roll(2) == 0) {
    text_ += "\n" + std::string(inner + 1, ' ') + "three";
    mean("one two\nthree");
  } else {
    text_ += std::string(inner, ' ') + "- three";
    mean("one two - three");
  }
  end_line();
}

void Author::line_in_quotes() {
  const bool twice = roll(2) == 0;
  text_ += twice ? R"( "# \"one\n\\two\t")" : R"( '# "it''s\')";
  mean(twice ? "# \"one\n\\two\t" : "# \"it's\\");
  end_line();
}

void Author::lines_in_quotes(std::size_t inner) {
  const bool twice = roll(2) == 0;
  text_ += twice ? " \"one\\n\n" : " 'one\n";
  text_ += "\n" + std::string(inner, ' ') + "# two";
  text_ += twice ? "\\\"\"" : "'''";
  mean(twice ? "one\n\n# two\"" : "one\n# two'");
  end_line();
}

void Author::block_text(std::size_t inner) {
  static const std::vector<std::string> headers = {"|", "|-", ">", ">-", "|+"};
  const std::string header = headers[roll(headers.size() - (forms_ == Forms::quick ? 1 : 0))];
  const std::string margin(inner, ' ');
  text_ += " " + header + (roll(3) == 0 ? " # about\n" : "\n");
  text_ += margin + "# one\n" + margin + "two: \"\n";
  std::string text = header[0] == '|' ? "# one\ntwo: \"" : "# one two: \"";
  if (roll(2) == 0) {
    text_ += "\n" + margin + "three\n";
    text += header[0] == '|' ? "\n\nthree" : "\nthree";
  }
  if (header.back() != '-') text += "\n";
  if (roll(3) == 0) {
    text_ += "\n";
    if (header.back() == '+') text += "\n";
  }
  mean(text);
  keeps_blank_lines_ = header.back() == '+';
}

void Author::flow(std::size_t inner, std::size_t depth) {
  text_ += " ";
  bare_flow_value(inner, depth);
  end_line();
}

void Author::flow_value(std::size_t inner, std::size_t depth) {
  if (const std::string named = name_for_alias(); !named.empty()) {
    text_ += "*" + named;
    return;
  }
  const std::string name = name_for_anchor();
  if (!name.empty()) text_ += "&" + name + " ";
  const std::size_t meaning_begin = meaning_.size();
  bare_flow_value(inner, depth);
  end_anchor(name, meaning_begin);
}

void Author::bare_flow_value(std::size_t inner, std::size_t depth) {
  const std::size_t kind = roll(depth < 4 ? 4 : 2);
  if (kind == 0) {
    text_ += "\"[,\"";
    return mean("[,");
  }
  if (kind == 1) {
    const std::string text = "w" + std::to_string(roll(9));
    text_ += text;
    return mean(text);
  }
  const bool mapping = kind == 2;
  text_ += mapping ? "{" : "[";
  meaning_ += mapping ? "{" : "[";
  const std::size_t entries = roll(4);
  for (std::size_t i = 0; i < entries; ++i) {
    flow_space(inner);
    if (mapping) text_ += key(i) + ": ";
    flow_value(inner, depth + 1);
    meaning_ += ";";
    if (i + 1 < entries || roll(3) == 0) text_ += ",";
  }
  flow_space(inner);
  text_ += mapping ? "}" : "]";
  meaning_ += mapping ? "}" : "]";
}

void Author::flow_space(std::size_t inner) {
  switch (roll(4)) {
    case 0: text_ += "\n" + std::string(inner, ' '); break;
    case 1: text_ += " # ]\n\n" + std::string(inner, ' '); break;
    case 2: text_ += " "; break;
    default: break;
  }
}

std::string Author::name_for_alias() {
  if (roll(8) != 0 || names_.empty()) return "";
  const auto& [name, meaning] = *std::next(names_.begin(), static_cast<long>(roll(names_.size())));
  // What grows with each name could go past the limits.
  constexpr std::size_t kLongest = 200;
  if (meaning.empty() || meaning.size() > kLongest) return "";
  meaning_ += meaning;
  return name;
}

std::string Author::name_for_anchor() {
  static const std::vector<std::string> names = {"x", "7", "Acme_1", "a-b"};
  if (roll(6) != 0) return "";
  const std::string& name = names[roll(names.size())];
  const auto [found, is_new] = names_.try_emplace(name);
  if (!is_new && found->second.empty()) return "";
  found->second.clear();
  return name;
}

void Author::end_anchor(const std::string& name, std::size_t meaning_begin) {
  if (!name.empty()) names_[name] = meaning_.substr(meaning_begin);
}

}  // namespace zoomc::syntax
