#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "lint/facts.h"
#include "syntax/tree.h"

namespace zoomc::review {

// Where in the checklist a finding belongs whose kind names no item: what is at `path` (a
// dotted key) or below it belongs to `item`.
struct PlaceHome {
  std::string_view path;
  std::string_view item;
};
std::span<const PlaceHome> place_homes();

// The item of a finding: the one that its kind names, else that of the longest path around its
// place, else `file`.
std::string_view section_of(std::string_view item, std::string_view path);

// The dotted path of the keys around byte `offset` ("oauth.allow_list"), for a list those of the
// list. Empty outside of every key. `root` has no cycles and is not deeper than syntax allows.
std::string key_path_at(const syntax::Node& root, std::uint32_t offset);

// `done`: the file proves it. `open`: a person has to look. `wrong`: a finding says otherwise.
enum class ItemState : std::uint8_t { done, open, wrong };
std::string_view to_string(ItemState state);

// Something that belongs to an item: what to paste, run or look for.
struct ItemDetail {
  // "by hand", "run"; may be empty.
  std::string label;
  std::string value;
  // To be copied to the letter.
  bool literal = true;
};

struct CheckItem {
  std::string_view id;
  ItemState state = ItemState::open;
  std::string text;
  // The place in the file that proves it, or is about it; may be empty.
  Span place;
  std::vector<ItemDetail> details;
  std::vector<const Diagnostic*> findings;
};

// A part of the guide, with its items in the guide's order.
struct CheckSection {
  std::string title;
  std::vector<CheckItem> items;
};

// A line of the guide's own checklist, and the items that decide about it.
struct GuideLine {
  ItemState state = ItemState::open;
  std::string text;
  std::vector<std::string_view> items;
};

// The items that the guide asks for, for one app. Some text is the user's, so every output escapes
// it.
struct [[nodiscard]] Checklist {
  std::vector<CheckSection> sections;
  std::vector<GuideLine> guide_lines;

  std::size_t count(ItemState state) const;
};

// `cx` and `findings` must outlive the result; `cx` may be incomplete where an earlier phase found
// errors. `file_argument` is the file as a shell takes it. Every finding above a note is at exactly
// one item, a note at one or none.
Checklist make_checklist(const resolve::CompiledApp& cx, const lint::LintFacts& facts,
                         std::span<const Diagnostic> findings, const std::string& file_argument);

std::string checklist_text(const Checklist& list, const resolve::CompiledApp& cx);
std::string checklist_markdown(const Checklist& list, const resolve::CompiledApp& cx);
std::string checklist_json(const Checklist& list, const resolve::CompiledApp& cx);

}  // namespace zoomc::review
