#include "outline.h"

#include "source/line_index.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view name_of(ScalarStyle style) {
  switch (style) {
    case ScalarStyle::plain: return "plain";
    case ScalarStyle::single_quoted: return "single";
    case ScalarStyle::double_quoted: return "double";
    case ScalarStyle::literal: return "literal";
    case ScalarStyle::folded: return "folded";
  }
  return "?";
}

class Writer {
 public:
  explicit Writer(const SourceFile& file) : file_(file), lines_(file.text) {}

  std::string place(Span span) const { return place(span.begin) + "-" + place(span.end); }

  void node(const Node& node, std::size_t depth, std::string_view role) {
    out_ += std::string(depth * 2, ' ').append(role) + place(node.span) + " " + kind(node);
    if (node.is_scalar()) scalar(node);
    out_ += '\n';
    for (const Node& item : node.items) this->node(item, depth + 1, "- ");
    for (const Member& member : node.members) {
      this->node(member.key, depth + 1, "k ");
      this->node(member.value, depth + 1, "v ");
    }
  }

  void comment(const Comment& comment) {
    out_ += "# " + place(comment.span) + " <" + escaped(file_.slice(comment.span)) + ">\n";
  }

  std::string take() { return std::move(out_); }

 private:
  std::string place(std::uint32_t offset) const {
    const LineColumn position = lines_.position(offset);
    return std::to_string(position.line) + ":" + std::to_string(position.column);
  }

  static std::string kind(const Node& node) {
    std::string words;
    if (node.missing) words += "missing ";
    if (node.alias) words += "alias ";
    if (node.flow) words += "flow ";
    if (!node.tag.empty()) words.append(node.tag) += " ";
    if (node.is_sequence()) return words + "sequence";
    if (node.is_mapping()) return words + "mapping";
    return words.append(name_of(node.style));
  }

  void scalar(const Node& node) {
    const std::string slice = escaped(file_.slice(node.span));
    out_ += " <" + slice + ">";
    if (escaped(node.text) != slice) out_ += " = " + escaped(node.text);
  }

  const SourceFile& file_;
  LineIndex lines_;
  std::string out_;
};

}  // namespace

std::string outline_of(const std::string& text) {
  const SourceFile file{"test.yaml", text};
  Sink sink;
  const auto document = parse(file, sink);
  if (!document) return "refused";
  Writer writer(file);
  writer.node(document->root, 0, "");
  for (const Comment& comment : document->comments) writer.comment(comment);
  return writer.take();
}

std::string findings_of(const std::string& text) {
  const SourceFile file{"test.yaml", text};
  Sink sink;
  parse(file, sink);
  const Writer writer(file);
  std::string out;
  for (const Diagnostic& finding : sink.take()) {
    out += writer.place(finding.primary) + " " + std::string(finding.id) + ": " + finding.message;
    out += '\n';
    for (const Label& label : finding.labels) {
      out += "  " + writer.place(label.span) + " " + label.text + "\n";
    }
    for (const std::string& hint : finding.hints) out += "  hint: " + hint + "\n";
  }
  return out;
}

}  // namespace zoomc::syntax
