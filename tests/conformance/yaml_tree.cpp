// Reads YAML on standard input with `syntax` and writes what it makes of it: the events of the tree
// as the YAML test suite notes them, without indentation, or with `--json` the value. Exit 1:
// refused, and what was found is written instead, `LINE:COLUMN MESSAGE` each. With `--each`, the
// input is many texts with a NUL behind each, and so is the output; there `+` or `-` goes before
// each answer, and tells whether the text was read.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/writer.h>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "source/line_index.h"
#include "syntax/core_schema.h"
#include "syntax/parse.h"

namespace zoomc {
namespace {

// As the suite escapes what its notation has no other way to say.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      case '\b': out += "\\b"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
  return out;
}

char sign_of(syntax::ScalarStyle style) {
  switch (style) {
    case syntax::ScalarStyle::plain: return ':';
    case syntax::ScalarStyle::single_quoted: return '\'';
    case syntax::ScalarStyle::double_quoted: return '"';
    case syntax::ScalarStyle::literal: return '|';
    case syntax::ScalarStyle::folded: return '>';
  }
  return '?';
}

// ` <tag:yaml.org,2002:str>` for `!!str`.
std::string tag_of(const syntax::Node& node) {
  if (node.tag.empty()) return "";
  if (!node.tag.starts_with("!!")) return " <" + std::string(node.tag) + ">";
  return " <tag:yaml.org,2002:" + std::string(node.tag.substr(2)) + ">";
}

void write_events(const syntax::Node& node) {
  if (node.is_scalar()) {
    std::cout << "=VAL" << tag_of(node) << ' ' << sign_of(node.style) << escaped(node.text) << '\n';
  } else if (node.is_sequence()) {
    std::cout << "+SEQ" << (node.flow ? " []" : "") << tag_of(node) << '\n';
    for (const syntax::Node& item : node.items) write_events(item);
    std::cout << "-SEQ\n";
  } else {
    std::cout << "+MAP" << (node.flow ? " {}" : "") << tag_of(node) << '\n';
    for (const syntax::Member& member : node.members) {
      write_events(member.key);
      write_events(member.value);
    }
    std::cout << "-MAP\n";
  }
}

using Json = rapidjson::Writer<rapidjson::OStreamWrapper>;

void write_text(Json& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_scalar(Json& json, const syntax::Node& node) {
  switch (syntax::scalar_type(node)) {
    case syntax::ScalarType::null: json.Null(); return;
    case syntax::ScalarType::boolean: json.Bool(syntax::as_boolean(node).value()); return;
    case syntax::ScalarType::integer: json.Int64(syntax::as_integer(node).value()); return;
    case syntax::ScalarType::floating: json.Double(syntax::as_floating(node).value()); return;
    case syntax::ScalarType::string: write_text(json, node.text); return;
  }
}

void write_json(Json& json, const syntax::Node& node) {
  if (node.is_scalar()) {
    write_scalar(json, node);
  } else if (node.is_sequence()) {
    json.StartArray();
    for (const syntax::Node& item : node.items) write_json(json, item);
    json.EndArray();
  } else {
    json.StartObject();
    for (const syntax::Member& member : node.members) {
      write_text(json, member.key.text);
      write_json(json, member.value);
    }
    json.EndObject();
  }
}

// Whether the text was read.
bool answer(std::string text, bool as_json) {
  const SourceFile file{"stdin", std::move(text)};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  const auto findings = sink.take();
  const LineIndex lines(file.text);
  for (const Diagnostic& finding : findings) {
    const LineColumn at = lines.position(finding.primary.begin);
    std::cout << at.line << ':' << at.column << ' ' << finding.message << '\n';
  }
  if (!document || !findings.empty()) return false;
  if (as_json) {
    rapidjson::OStreamWrapper out(std::cout);
    Json json(out);
    write_json(json, document->root);
  } else {
    write_events(document->root);
  }
  return true;
}

void answer_each(std::string_view texts) {
  while (!texts.empty()) {
    const std::string_view text = texts.substr(0, texts.find('\0'));
    texts.remove_prefix(std::min(text.size() + 1, texts.size()));
    std::ostringstream out;
    std::streambuf* const output = std::cout.rdbuf(out.rdbuf());
    const bool is_read = answer(std::string(text), false);
    std::cout.rdbuf(output);
    std::cout << (is_read ? '+' : '-') << out.str() << '\0';
  }
}

int run(std::string_view option) {
  std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  if (option == "--each") {
    answer_each(text);
    return 0;
  }
  return answer(std::move(text), option == "--json") ? 0 : 1;
}

}  // namespace
}  // namespace zoomc

int main(int argc, char** argv) {
  return zoomc::run(argc > 1 ? argv[1] : "");
}
