// Edits of thousands of generated files: what is set reads back as set, nothing else changes, and
// comments stay.
#include <random>
#include <string>
#include <vector>

#include "edit/apply.h"
#include "edit/collection.h"
#include "edit/scalar.h"
#include "support/catch.h"
#include "support/rounds.h"
#include "syntax/parse.h"

namespace zoomc::edit {
namespace {

constexpr unsigned kSeed = 20261130;

class Random {
 public:
  explicit Random(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t number) { return below(number) == 0; }
  const std::string& of(const std::vector<std::string>& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::mt19937 random_;
};

// A mapping of scalars, lists and mappings in all styles, with comments wherever they can be.
class FileMaker {
 public:
  explicit FileMaker(Random& random) : random_(random) {}

  std::string make() {
    text_.clear();
    break_ = random_.one_in(4) ? "\r\n" : "\n";
    members(0, 0);
    if (random_.one_in(5)) text_.erase(text_.size() - break_.size());
    return text_;
  }

 private:
  void line(std::size_t indent, const std::string& content) {
    text_ += std::string(indent, ' ') + content + break_;
  }
  std::string comment() {
    return random_.one_in(3) ? "  # c" + std::to_string(random_.below(100)) : "";
  }
  void lines_above(std::size_t indent) {
    if (random_.one_in(6)) text_ += break_;
    if (random_.one_in(4)) line(indent, "# above " + std::to_string(random_.below(100)));
  }
  std::string word() {
    return random_.of({"alpha", "beta", "'it''s'", "\"a \\\" b\"", "https://a.example/x", "${ID}",
                       "'# none'", "\"x: y\"", "user:read"});
  }
  std::string word_in_flow() { return random_.of({"alpha", "beta", "'it''s'", "\"a, b\"", "c.d"}); }

  void members(std::size_t indent, int depth) {
    const std::size_t count = 1 + random_.below(5);
    for (std::size_t i = 0; i < count; ++i) {
      lines_above(indent);
      std::string name = std::string("k") + std::to_string(i);
      const std::string quote = random_.of({"", "", "'", "\""});
      name = quote + name + quote + ":";
      value(indent, name, depth);
    }
  }

  void value(std::size_t indent, const std::string& name, int depth) {
    switch (random_.below(depth < 2 ? 7 : 6)) {
      case 0:
      case 1: return line(indent, name + " " + word() + comment());
      case 2: return block_text(indent, name);
      case 3: return flow_list(indent, name);
      case 4: return block_list(indent, name);
      case 5: return line(indent, name + " {a: alpha, b: [beta]}" + comment());
      default: line(indent, name + comment()); members(indent + 2, depth + 1);
    }
  }

  void block_text(std::size_t indent, const std::string& name) {
    line(indent, name + " " + random_.of({"|", "|-", "|+", ">", ">-"}) + comment());
    const std::size_t lines = 1 + random_.below(3);
    for (std::size_t i = 0; i < lines; ++i) line(indent + 2, "some text " + std::to_string(i));
  }

  void flow_list(std::size_t indent, const std::string& name) {
    const std::size_t count = 1 + random_.below(4);
    const bool in_lines = random_.one_in(2);
    std::string list = "[";
    for (std::size_t i = 0; i < count; ++i) {
      if (in_lines) list += comment() + break_ + std::string(indent + 4, ' ');
      list += word_in_flow();
      if (i + 1 < count || random_.one_in(4)) list += in_lines ? "," : ", ";
    }
    if (in_lines && random_.one_in(2)) list += comment() + break_ + std::string(indent + 2, ' ');
    line(indent, name + " " + list + "]" + comment());
  }

  void block_list(std::size_t indent, const std::string& name) {
    line(indent, name + comment());
    const std::size_t deeper = indent + (random_.one_in(3) ? 0 : 2);
    const std::size_t count = 1 + random_.below(4);
    for (std::size_t i = 0; i < count; ++i) {
      lines_above(deeper);
      line(deeper, "- " + word() + comment());
    }
  }

  Random& random_;
  std::string text_;
  std::string break_;
};

struct Parsed {
  SourceFile file;
  syntax::Document document;
};

Parsed parsed(const std::string& text) {
  Parsed made{{"made.yaml", text}, {}};
  Sink sink;
  auto document = syntax::parse(made.file, sink);
  INFO(text);
  REQUIRE(document);
  REQUIRE(sink.empty());
  made.document = std::move(*document);
  return made;
}

std::vector<std::string> comments_of(const Parsed& made) {
  std::vector<std::string> comments;
  for (const syntax::Comment& comment : made.document.comments) {
    comments.emplace_back(made.file.slice(comment.span));
  }
  return comments;
}

// What a tree says, without places and styles.
std::string meaning(const syntax::Node& node) {
  if (node.is_scalar()) return "<" + node.text + ">";
  std::string text = node.is_sequence() ? "[" : "{";
  for (const syntax::Node& item : node.items) text += meaning(item);
  for (const syntax::Member& member : node.members) {
    text += "<" + member.key.text + ">=" + meaning(member.value);
  }
  return text + (node.is_sequence() ? "]" : "}");
}

// Pointers to all nodes of a tree, in one order for equal trees.
struct Nodes {
  explicit Nodes(syntax::Node& root) { collect(root); }
  void collect(syntax::Node& node) {
    if (node.is_scalar()) values.push_back(&node);
    if (node.is_sequence()) lists.push_back(&node);
    if (node.is_mapping()) mappings.push_back(&node);
    for (syntax::Node& item : node.items) collect(item);
    for (syntax::Member& member : node.members) {
      keys.push_back(&member.key);
      collect(member.value);
    }
  }
  std::vector<syntax::Node*> values;
  std::vector<syntax::Node*> keys;
  std::vector<syntax::Node*> lists;
  std::vector<syntax::Node*> mappings;
};

// One edit of a file, and what the file's tree becomes by it.
class EditCase {
 public:
  EditCase(Random& random, const std::string& text)
      : random_(random), before_(parsed(text)), wanted_(before_.document.root) {}

  // Whether there was something to edit, and the edit was not refused.
  bool run() {
    Nodes here(before_.document.root);
    Nodes there(wanted_);
    switch (random_.below(6)) {
      case 0: return replace(here, there, false);
      case 1: return replace(here, there, true);
      case 2: return rename(here, there);
      case 3: return append(here, there);
      case 4: return remove_one(here, there);
      default: return remove_list(here, there);
    }
  }

  void check() const {
    INFO(before_.file.text);
    INFO("--- edited:\n" << apply_edits(before_.file.text, edits_));
    const Parsed after = parsed(apply_edits(before_.file.text, edits_));
    CHECK(meaning(after.document.root) == meaning(wanted_));
    CHECK(comments_of(after) == comments_of(before_));
  }

 private:
  bool replace(const Nodes& here, const Nodes& there, bool is_url) {
    if (here.values.empty()) return false;
    const std::size_t i = random_.below(here.values.size());
    const syntax::Node& node = *here.values[i];
    const Text value{node.text, node.span, {}};
    const std::string text =
        is_url ? random_.of({"https://b.example/a?b=[c]", "https://b.example/it's",
                             "https://b.example/\"q\"", "https://b.example/a, b", "x: y # z"})
               : std::string("plain.word");
    edits_ = {is_url ? replace_url(before_.file, value, text)
                     : replace_value(before_.file, value, text)};
    there.values[i]->text = text;
    return true;
  }

  bool rename(const Nodes& here, const Nodes& there) {
    const std::size_t i = random_.below(here.keys.size());
    const auto fixes = offer_word(*here.keys[i], "renamed");
    if (fixes.empty()) return false;
    edits_ = fixes.front().edits;
    there.keys[i]->text = "renamed";
    return true;
  }

  bool append(const Nodes& here, const Nodes& there) {
    if (here.lists.empty()) return false;
    const std::size_t i = random_.below(here.lists.size());
    const auto edit = append_items(before_.file, *here.lists[i], {"one", "\"two, three\""});
    if (!edit) return false;
    edits_ = {*edit};
    for (const char* text : {"one", "two, three"}) {
      syntax::Node item;
      item.text = text;
      there.lists[i]->items.push_back(item);
    }
    return true;
  }

  bool remove_one(const Nodes& here, const Nodes& there) {
    if (here.lists.empty()) return false;
    const std::size_t i = random_.below(here.lists.size());
    const syntax::Node& list = *here.lists[i];
    const std::size_t item = random_.below(list.items.size());
    const auto edit = remove_item(before_.file, before_.document, list, list.items[item].span);
    if (!edit) return false;
    edits_ = {*edit};
    there.lists[i]->items.erase(there.lists[i]->items.begin() + static_cast<std::ptrdiff_t>(item));
    return true;
  }

  bool remove_list(const Nodes& here, const Nodes& there) {
    const std::size_t i = random_.below(here.mappings.size());
    const syntax::Node& mapping = *here.mappings[i];
    const std::size_t member = random_.below(mapping.members.size());
    const auto edits =
        remove_key(before_.file, before_.document, mapping, mapping.members[member].key.text);
    if (!edits) return false;
    edits_ = *edits;
    auto& members = there.mappings[i]->members;
    members.erase(members.begin() + static_cast<std::ptrdiff_t>(member));
    return true;
  }

  Random& random_;
  Parsed before_;
  syntax::Node wanted_;
  std::vector<Edit> edits_;
};

TEST_CASE("an edit changes what it is about and nothing else", "[edit]") {
  Random random(kSeed);
  FileMaker files(random);
  unsigned edited = 0;
  const unsigned wanted = test::rounds(6000);
  for (unsigned i = 0; edited < wanted && i < 4 * wanted; ++i) {
    EditCase one(random, files.make());
    if (!one.run()) continue;
    ++edited;
    one.check();
  }
  CHECK(edited == wanted);
}

}  // namespace
}  // namespace zoomc::edit
