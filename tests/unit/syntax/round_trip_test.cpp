// Texts made up at random (the same ones in every run), of which the meaning is known beforehand.
#include <random>
#include <string>
#include <vector>

#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc {
namespace {

// The meaning of a tree and nothing of its form: {key=value;...}, [item;...], 'text'.
std::string meaning(const Node& node) {
  if (node.is_scalar()) return "'" + node.text + "'";
  std::string out = node.is_mapping() ? "{" : "[";
  for (const Node& item : node.items) out += meaning(item) + ";";
  for (const Member& member : node.members) {
    out += meaning(member.key) + "=" + meaning(member.value) + ";";
  }
  return out + (node.is_mapping() ? "}" : "]");
}

// Writes a text and its meaning side by side.
class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  void write() {
    comment_lines(0);
    block_mapping(0, 0);
    comment_lines(0);
  }

  const std::string& text() const { return text_; }
  const std::string& meaning() const { return meaning_; }

 private:
  std::size_t roll(std::size_t sides) {
    return std::uniform_int_distribution<std::size_t>(0, sides - 1)(random_);
  }

  std::string word() {
    static const std::vector<std::string> words = {"admin",
                                                   "eu",
                                                   "Acme",
                                                   "x1",
                                                   "é",
                                                   "日本",
                                                   "🙂",
                                                   "it's",
                                                   "a-b",
                                                   "c:d",
                                                   "e#f",
                                                   "?g",
                                                   "https://x.example/y"};
    return words[roll(words.size())];
  }

  std::string key(std::size_t number) {
    const std::string name = "k" + std::to_string(number);
    meaning_ += "'" + name + "'=";
    switch (roll(4)) {
      case 0: return "\"" + name + "\"";
      case 1: return "'" + name + "'";
      case 2: return name + " ";
      default: return name;
    }
  }

  // Not deeper than `indent`, where a comment would be text of a block scalar above it. Behind one
  // that keeps its blank lines no blank line comes first.
  void comment_lines(std::size_t indent) {
    while (roll(5) == 0) {
      const bool blank = roll(2) == 0 && !keeps_blank_lines_;
      text_ += blank ? "\n" : std::string(roll(indent + 1), ' ') + "# note: [\"\n";
      keeps_blank_lines_ = false;
    }
    keeps_blank_lines_ = false;
  }

  void end_line() { text_ += roll(4) == 0 ? "   # it's a note\n" : "\n"; }

  void mean(const std::string& text) { meaning_ += "'" + text + "'"; }

  void block_mapping(std::size_t indent, std::size_t depth, bool in_line = false) {
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

  void block_sequence(std::size_t indent, std::size_t depth) {
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

  // The value behind a `:` or `-` at `indent`, with the line break behind it.
  void value(std::size_t indent, std::size_t depth, bool of_key) {
    const std::size_t inner = indent + 1 + roll(3);
    switch (roll(depth < 4 ? 10 : 7)) {
      case 0: return mean(""), end_line();
      case 1: return flow(inner, depth);
      case 2: return lines_of_plain(inner);
      case 3: return lines_in_quotes(inner);
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

  void line_scalar() {
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

  void lines_of_plain(std::size_t inner) {
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

  void lines_in_quotes(std::size_t inner) {
    const bool twice = roll(2) == 0;
    text_ += twice ? " \"one\\n\n" : " 'one\n";
    text_ += "\n" + std::string(inner, ' ') + "# two";
    text_ += twice ? "\\\"\"" : "'''";
    mean(twice ? "one\n\n# two\"" : "one\n# two'");
    end_line();
  }

  void block_text(std::size_t inner) {
    static const std::vector<std::string> headers = {"|", "|-", "|+", ">", ">-"};
    const std::string header = headers[roll(headers.size())];
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

  void flow(std::size_t inner, std::size_t depth) {
    text_ += " ";
    flow_value(inner, depth);
    end_line();
  }

  void flow_value(std::size_t inner, std::size_t depth) {
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

  void flow_space(std::size_t inner) {
    switch (roll(4)) {
      case 0: text_ += "\n" + std::string(inner, ' '); break;
      case 1: text_ += " # ]\n\n" + std::string(inner, ' '); break;
      case 2: text_ += " "; break;
      default: break;
    }
  }

  std::mt19937 random_;
  std::string text_;
  std::string meaning_;
  bool keeps_blank_lines_ = false;
};

std::optional<Document> parse_clean(const SourceFile& file) {
  Sink sink;
  auto document = parse(file, sink);
  for (const Diagnostic& finding : sink.take()) UNSCOPED_INFO(finding.message);
  return document;
}

// The value of a scalar's own bytes, read as a document of their own.
std::optional<std::string> read_alone(const SourceFile& file, const Node& scalar) {
  const std::string bytes(file.slice(scalar.span));
  const auto document = parse_clean({"alone.yaml", bytes + "\n"});
  if (!document) return std::nullopt;
  return document->root.text;
}

void check_spans(const SourceFile& file, const Node& node, Span outer) {
  CHECK(outer.contains(node.span));
  if (node.is_scalar()) {
    CHECK(read_alone(file, node) == node.text);
    return;
  }
  std::uint32_t behind = node.span.begin;
  const auto check = [&](const Node& child) {
    CHECK(child.span.begin >= behind);
    check_spans(file, child, node.span);
    behind = child.span.end;
  };
  for (const Node& item : node.items) check(item);
  for (const Member& member : node.members) {
    check(member.key);
    check(member.value);
  }
}

std::string with_breaks(const std::string& text, const std::string& line_break) {
  std::string out;
  for (const char c : text) out += c == '\n' ? line_break : std::string(1, c);
  return out;
}

constexpr unsigned kTexts = 300;

}  // namespace

TEST_CASE("a text means what its author meant, with every kind of line break") {
  for (unsigned seed = 0; seed < kTexts; ++seed) {
    Author author(seed);
    author.write();
    for (const char* line_break : {"\n", "\r\n", "\r"}) {
      for (const char* mark : {"", "\xEF\xBB\xBF"}) {
        const std::string text = mark + with_breaks(author.text(), line_break);
        INFO(text);
        const auto document = parse_clean({"test.yaml", text});
        REQUIRE(document);
        CHECK(meaning(document->root) == author.meaning());
      }
    }
  }
}

TEST_CASE("spans nest, do not overlap, and hold what makes the value") {
  for (unsigned seed = 0; seed < kTexts; ++seed) {
    Author author(seed);
    author.write();
    const SourceFile file{"test.yaml", author.text()};
    INFO(file.text);
    const auto document = parse_clean(file);
    REQUIRE(document);
    check_spans(file, document->root, {0, static_cast<std::uint32_t>(file.text.size())});
  }
}

TEST_CASE("what is cut off anywhere is read or refused with one error inside the text") {
  for (unsigned seed = 0; seed < kTexts / 10; ++seed) {
    Author author(seed);
    author.write();
    for (std::size_t size = 0; size < author.text().size(); ++size) {
      const SourceFile file{"test.yaml", author.text().substr(0, size)};
      Sink sink;
      const auto document = parse(file, sink);
      const auto findings = sink.take();
      INFO(file.text);
      REQUIRE(findings.size() == (document ? 0 : 1));
      if (!document) CHECK(findings[0].primary.end <= size);
    }
  }
}

}  // namespace zoomc
