// Texts made up at random (the same ones in every run), of which the meaning is known beforehand.
#include <string>

#include "author.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
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
  if (node.alias) {
    CHECK(file.slice(node.span).starts_with('*'));
    return;
  }
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

}  // namespace zoomc::syntax
