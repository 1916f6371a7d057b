#include "review/checklist.h"
#include "review/file_place.h"
#include "review/markdown.h"

namespace zoomc {
namespace {

// Only the first two are boxes to Markdown; the third is to be seen too.
std::string markdown_box(ItemState state) {
  switch (state) {
    case ItemState::done: return "- [x] ";
    case ItemState::open: return "- [ ] ";
    case ItemState::wrong: return "- [!] ";
  }
  return {};
}

class MarkdownChecklist {
 public:
  explicit MarkdownChecklist(const SourceFile& file) : places_(file) {}

  std::string item(const CheckItem& item) const {
    std::string text =
        markdown_box(item.state) + escape_markdown(item.text) + place(item.place) + "\n";
    for (const ItemDetail& detail : item.details) {
      text += "  - " + (detail.label.empty() ? "" : escape_markdown(detail.label) + ": ") +
              (detail.literal ? markdown_code(detail.value) : escape_markdown(detail.value)) + "\n";
    }
    for (const Diagnostic* found : item.findings) {
      text += "  - **" + std::string(to_string(found->severity)) + "** " +
              markdown_code(found->id) + ": " + markdown_message(found->message) +
              place(found->primary) + "\n";
    }
    return text;
  }

 private:
  std::string place(Span span) const {
    return span.empty() ? "" : " (" + markdown_code(places_.text_of(span)) + ")";
  }

  const FilePlaces places_;
};

std::string counts_of(const Checklist& list) {
  return std::to_string(list.count(ItemState::done)) + " done: the file proves them. " +
         std::to_string(list.count(ItemState::open)) + " open: for you to do and tick. " +
         std::to_string(list.count(ItemState::wrong)) + " wrong.\n";
}

}  // namespace

std::string checklist_markdown(const Checklist& list, const CompiledApp& cx) {
  const MarkdownChecklist writer(cx.file);
  const auto& name = cx.app.name;
  std::string text = "# Checklist for " + (name ? escape_markdown(name->value) : "the app") +
                     "\n\n" + counts_of(list);
  for (const CheckSection& section : list.sections) {
    text += "\n## " + escape_markdown(section.title) + "\n\n";
    for (const CheckItem& item : section.items) text += writer.item(item);
  }
  text += "\n## Checklist before connecting\n\n";
  for (const GuideLine& line : list.guide_lines) {
    text += markdown_box(line.state) + escape_markdown(line.text) + "\n";
  }
  return text;
}

}  // namespace zoomc
