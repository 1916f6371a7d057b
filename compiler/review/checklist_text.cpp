#include "review/checklist.h"
#include "review/file_place.h"
#include "review/rows.h"
#include "text/quote.h"

namespace zoomc {
namespace {

std::string text_box(ItemState state) {
  switch (state) {
    case ItemState::done: return "[x] ";
    case ItemState::open: return "[ ] ";
    case ItemState::wrong: return "[!] ";
  }
  return {};
}

class TextChecklist {
 public:
  explicit TextChecklist(const SourceFile& file) : places_(file) {}

  std::string item(const CheckItem& item) const {
    std::string text = "  " + text_box(item.state) + escape_controls(item.text);
    if (!item.place.empty()) text += "  (" + places_.text_of(item.place) + ")";
    text += '\n';
    for (const ItemDetail& detail : item.details) {
      const std::string label = detail.label.empty() ? "" : detail.label + ": ";
      text += "        " + escape_controls(label + detail.value) + "\n";
    }
    for (const Diagnostic* found : item.findings) text += "        " + finding(*found) + "\n";
    return text;
  }

 private:
  std::string finding(const Diagnostic& found) const {
    const std::string place = places_.text_of(found.primary);
    return std::string(to_string(found.severity)) + "[" + std::string(found.id) +
           "]: " + escape_controls(found.message) + (place.empty() ? "" : "  (" + place + ")");
  }

  const FilePlaces places_;
};

}  // namespace

std::string checklist_text(const Checklist& list, const CompiledApp& cx) {
  const TextChecklist writer(cx.file);
  std::string text;
  for (const CheckSection& section : list.sections) {
    text += escape_controls(section.title) + "\n";
    for (const CheckItem& item : section.items) text += writer.item(item);
    text += '\n';
  }
  text += "Checklist before connecting\n";
  for (const GuideLine& line : list.guide_lines) {
    text += "  " + text_box(line.state) + escape_controls(line.text) + "\n";
  }
  return text + "\n" + std::to_string(list.count(ItemState::done)) + " done, " +
         std::to_string(list.count(ItemState::open)) + " open, " +
         std::to_string(list.count(ItemState::wrong)) + " wrong\n";
}

}  // namespace zoomc
