#include "support/fix_effect.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

#include "syntax/parse.h"
#include "syntax/tree.h"

namespace zoomc {
namespace {

// A scalar, an alias or an empty collection, with the way to it.
struct Leaf {
  Span span;
  bool is_key = false;
  std::string value;
  std::string text;
  // Where the keys above it begin; kList for a list.
  std::vector<std::uint32_t> path;
  std::vector<Span> keys;
};

constexpr std::uint32_t kList = 0xFFFFFFFF;

// All that a value means, wherever it stands.
std::string meaning(const syntax::Node& node) {
  if (node.is_scalar()) {
    const bool is_plain = node.style == syntax::ScalarStyle::plain;
    return (node.missing ? "missing "
            : is_plain   ? "plain "
                         : "text ") +
           std::string(node.tag) + " " + node.text;
  }
  std::string all = std::string(node.tag) + (node.is_mapping() ? "{" : "[");
  for (const syntax::Node& item : node.items) all += meaning(item) + "\n";
  for (const syntax::Member& member : node.members) {
    all += meaning(member.key) + ": " + meaning(member.value) + "\n";
  }
  return all + (node.is_mapping() ? "}" : "]");
}

class Leaves {
 public:
  std::vector<Leaf> of(const syntax::Node& root) {
    visit(root, false);
    return std::move(leaves_);
  }

 private:
  void visit(const syntax::Node& node, bool is_key) {
    const bool is_empty = node.items.empty() && node.members.empty();
    if (node.alias || node.is_scalar() || is_empty) {
      leaves_.push_back({node.span, is_key, meaning(node), node.text, path_, keys_});
      return;
    }
    for (const syntax::Node& item : node.items) {
      path_.push_back(kList);
      visit(item, false);
      path_.pop_back();
    }
    for (const syntax::Member& member : node.members) {
      visit(member.key, true);
      path_.push_back(member.key.span.begin);
      keys_.push_back(member.key.span);
      visit(member.value, false);
      path_.pop_back();
      keys_.pop_back();
    }
  }

  std::vector<Leaf> leaves_;
  std::vector<std::uint32_t> path_;
  std::vector<Span> keys_;
};

bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}
bool touch(Span a, Span b) {
  return a.begin <= b.end && b.begin <= a.end;
}

struct Side {
  std::string_view text;
  syntax::Document document;
  std::vector<Leaf> leaves;
};

std::optional<Side> read(std::string_view text, Sink& sink) {
  auto document = syntax::parse(SourceFile{"app.zoom.yaml", std::string(text)}, sink);
  if (!document) return std::nullopt;
  Side side{text, std::move(*document), {}};
  side.leaves = Leaves().of(side.document.root);
  return side;
}

class Harm {
 public:
  explicit Harm(const AppChange& change) : change_(change) {
    std::stable_sort(
        change_.edits.begin(), change_.edits.end(),
        [](const edit::MadeEdit& a, const edit::MadeEdit& b) { return a.span < b.span; });
    trim_removals();
  }

  std::string find() {
    Sink mistakes;
    auto before = read(change_.before, mistakes);
    // What a mapping has twice is in no tree, and comes to light when the first gets another name.
    if (!before || mistakes.has_errors()) return "";
    auto after = read(change_.after, mistakes);
    if (!after) return "the result is not YAML";
    before_ = std::move(*before);
    after_ = std::move(*after);
    note_named_texts();
    std::string harm = compare_values();
    return harm.empty() ? compare_comments() : harm;
  }

 private:
  // A removal may write again what it took: so it keeps another from being made at the same time.
  void trim_removals() {
    std::int64_t shift = 0;
    for (edit::MadeEdit& edit : change_.edits) {
      const std::int64_t growth = static_cast<std::int64_t>(edit.size) - edit.span.size();
      const std::string_view taken = change_.before.substr(edit.span.begin, edit.span.size());
      const auto begin = static_cast<std::size_t>(edit.span.begin + shift);
      if (edit.kind == FixKind::remove && taken.ends_with(change_.after.substr(begin, edit.size))) {
        edit.span.end -= edit.size;
        edit.size = 0;
      }
      shift += growth;
    }
  }

  // Where a place of the text before is behind the edits, with the insertions right at it or not.
  std::uint32_t moved(std::uint32_t place, bool with_insertions) const {
    std::int64_t at = place;
    for (const edit::MadeEdit& edit : change_.edits) {
      const bool is_before = edit.span.end <= place &&
                             (with_insertions || !edit.span.empty() || edit.span.end < place);
      if (is_before) at += static_cast<std::int64_t>(edit.size) - edit.span.size();
      // What is cut into ends behind what was written for it.
      if (edit.span.begin < place && place < edit.span.end) {
        at += static_cast<std::int64_t>(edit.span.begin) - place + edit.size;
      }
    }
    return static_cast<std::uint32_t>(at);
  }

  std::vector<Span> written() const {
    std::vector<Span> spans;
    std::int64_t shift = 0;
    for (const edit::MadeEdit& edit : change_.edits) {
      const auto begin = static_cast<std::uint32_t>(edit.span.begin + shift);
      spans.push_back({begin, begin + edit.size});
      shift += static_cast<std::int64_t>(edit.size) - edit.span.size();
    }
    return spans;
  }

  bool is_pointed_at(Span place) const {
    return std::any_of(change_.findings.begin(), change_.findings.end(), [&](const auto* found) {
      return touch(found->primary, place) ||
             std::any_of(found->labels.begin(), found->labels.end(),
                         [&](const Label& label) { return touch(label.span, place); });
    });
  }

  void note_named_texts() {
    for (const Leaf& leaf : before_.leaves) {
      const bool is_primary =
          std::any_of(change_.findings.begin(), change_.findings.end(),
                      [&](const auto* found) { return overlap(found->primary, leaf.span); });
      if (!is_primary) continue;
      texts_.push_back(leaf.text);
      if (!leaf.keys.empty()) keys_.push_back(leaf.keys.back());
    }
  }

  bool is_named(const Leaf& leaf) const {
    if (is_pointed_at(leaf.span)) return true;
    if (std::any_of(leaf.keys.begin(), leaf.keys.end(),
                    [&](Span key) { return is_primary(key); })) {
      return true;
    }
    if (std::find(texts_.begin(), texts_.end(), leaf.text) != texts_.end()) return true;
    return leaf.is_key && std::find(keys_.begin(), keys_.end(), leaf.span) != keys_.end();
  }

  bool is_primary(Span key) const {
    return std::any_of(change_.findings.begin(), change_.findings.end(),
                       [&](const auto* found) { return found->primary == key; });
  }

  bool is_edited(Span place) const {
    return std::any_of(change_.edits.begin(), change_.edits.end(), [&](const edit::MadeEdit& edit) {
      return edit.span.empty()
                 ? touch(edit.span, place)
                 : overlap(edit.span, place) || (place.empty() && touch(edit.span, place));
    });
  }

  // The leaf of the text after that stands where `leaf` must be, with the same value and path.
  const Leaf* same_after(const Leaf& leaf) const {
    for (const bool with_insertions : {true, false}) {
      const auto range = at_.equal_range(moved(leaf.span.begin, with_insertions));
      for (auto it = range.first; it != range.second; ++it) {
        const Leaf& other = after_.leaves[it->second];
        if (other.is_key == leaf.is_key && other.value == leaf.value && has_path(leaf, other)) {
          return &other;
        }
      }
    }
    return nullptr;
  }

  bool has_path(const Leaf& leaf, const Leaf& other) const {
    return std::equal(leaf.path.begin(), leaf.path.end(), other.path.begin(), other.path.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                        if (a == kList || b == kList) return a == b;
                        return moved(a, true) == b || moved(a, false) == b;
                      });
  }

  std::string compare_values() {
    for (std::size_t i = 0; i < after_.leaves.size(); ++i) {
      at_.emplace(after_.leaves[i].span.begin, i);
    }
    std::vector<bool> known(after_.leaves.size());
    for (const Leaf& leaf : before_.leaves) {
      if (const Leaf* same = same_after(leaf)) {
        known[static_cast<std::size_t>(same - after_.leaves.data())] = true;
        continue;
      }
      if (!is_edited(leaf.span)) return "changes `" + leaf.text + "`, which no edit touches";
      if (!is_named(leaf)) return "changes `" + leaf.text + "`, which no finding names";
    }
    const std::vector<Span> spans = written();
    const bool removes =
        std::all_of(change_.edits.begin(), change_.edits.end(),
                    [](const edit::MadeEdit& edit) { return edit.kind == FixKind::remove; });
    for (std::size_t i = 0; i < after_.leaves.size(); ++i) {
      if (known[i]) continue;
      const Leaf& leaf = after_.leaves[i];
      const bool is_written = std::any_of(spans.begin(), spans.end(),
                                          [&](Span span) { return touch(span, leaf.span); });
      if (removes || !is_written) return "`" + leaf.text + "` appears";
    }
    return "";
  }

  // The comments that must be there behind the change.
  std::vector<std::string> wanted_comments() const {
    std::vector<std::string> wanted;
    for (const syntax::Comment& comment : before_.document.comments) {
      std::string text(before_.text.substr(comment.span.begin, comment.span.size()));
      const bool is_about = std::any_of(
          change_.findings.begin(), change_.findings.end(), [&](const Diagnostic* found) {
            return comment.span.contains(found->primary) && !found->primary.empty();
          });
      if (is_about && !is_wrapped(comment.span)) text = edited(comment.span);
      if (text.starts_with('#')) wanted.push_back(std::move(text));
    }
    return wanted;
  }

  // Whether an edit replaces more than the comment and the white space around it.
  bool is_wrapped(Span comment) const {
    return std::any_of(change_.edits.begin(), change_.edits.end(), [&](const edit::MadeEdit& edit) {
      if (!edit.span.contains(comment)) return false;
      const std::string_view lead =
          before_.text.substr(edit.span.begin, comment.begin - edit.span.begin);
      return lead.find_first_not_of(" \t\r\n") != std::string_view::npos;
    });
  }

  std::string edited(Span comment) const {
    const std::uint32_t begin = moved(comment.begin, false);
    const std::uint32_t end = moved(comment.end, false);
    if (begin >= end || end > after_.text.size()) return "";
    return std::string(after_.text.substr(begin, end - begin));
  }

  std::string compare_comments() const {
    std::vector<std::string> comments;
    for (const syntax::Comment& comment : after_.document.comments) {
      comments.emplace_back(after_.text.substr(comment.span.begin, comment.span.size()));
    }
    return comments == wanted_comments() ? "" : "changes the comments";
  }

  AppChange change_;
  Side before_;
  Side after_;
  std::multimap<std::uint32_t, std::size_t> at_;
  // Of the values that the findings point at: their texts and keys.
  std::vector<std::string> texts_;
  std::vector<Span> keys_;
};

}  // namespace

std::string harm_of(const AppChange& change) {
  return Harm(change).find();
}

AppChange change_of(std::string_view before, const Diagnostic& found, const Fix& fix) {
  AppChange change{.before = before, .findings = {&found}};
  for (const Edit& edit : fix.edits) {
    change.edits.push_back(
        {edit.span, static_cast<std::uint32_t>(edit.replacement.size()), fix.kind});
  }
  return change;
}

}  // namespace zoomc
