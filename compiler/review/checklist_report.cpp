#include <fmt/core.h>

#include "json/writer.h"
#include "review/checklist.h"
#include "review/report_text.h"

namespace zoomc::review {
namespace {

class ChecklistWriter {
 public:
  ChecklistWriter(ReportForm form, const Checklist& list, const SourceFile& file)
      : form_(form), list_(list), places_(file) {}

  std::string sections() const {
    std::string text;
    for (const CheckSection& section : list_.sections) {
      text += form_.heading(2, section.title);
      for (const CheckItem& one : section.items) text += item(one);
      text += end_of_section();
    }
    text += form_.heading(2, "Checklist before connecting");
    for (const GuideLine& line : list_.guide_lines) {
      text += box(line.state) + form_.plain(line.text) + "\n";
    }
    return text + end_of_section();
  }

 private:
  const char* end_of_section() const { return form_.is_markdown ? "" : "\n"; }

  // Only the first two are boxes to Markdown; the third is to be seen too.
  std::string box(ItemState state) const {
    const char mark = state == ItemState::done ? 'x' : state == ItemState::open ? ' ' : '!';
    return fmt::format("{}[{}] ", form_.is_markdown ? "- " : "  ", mark);
  }

  std::string item(const CheckItem& item) const {
    const std::string_view indent = form_.is_markdown ? "  - " : "        ";
    std::string text = box(item.state) + form_.plain(item.text) + place(item.place) + "\n";
    for (const ItemDetail& detail : item.details) {
      text += indent;
      if (!detail.label.empty()) text += form_.plain(detail.label) + ": ";
      text += (detail.literal ? form_.code(detail.value) : form_.plain(detail.value)) + "\n";
    }
    for (const Diagnostic* found : item.findings) {
      const std::string_view severity = to_string(found->severity);
      text += indent;
      text += form_.is_markdown ? fmt::format("**{}** {}", severity, form_.code(found->id))
                                : fmt::format("{}[{}]", severity, found->id);
      text += ": " + form_.message(found->message) + place(found->primary) + "\n";
    }
    return text;
  }

  std::string place(Span span) const {
    if (span.empty()) return {};
    const std::string place = places_.text_of(span);
    return form_.is_markdown ? " (" + markdown_code(place) + ")" : "  (" + place + ")";
  }

  const ReportForm form_;
  const Checklist& list_;
  const FilePlaces places_;
};

class ChecklistJson {
 public:
  ChecklistJson(const Checklist& list, const resolve::CompiledApp& cx)
      : list_(list), cx_(cx), places_(cx.file) {}

  std::string write() {
    json_.object([&] {
      json_.member("version", 1U);
      json_.member("file", cx_.file.path);
      if (cx_.app.name) json_.member("app", cx_.app.name->value);
      json_.member("stage", model::to_string(cx_.app.stage_or_default()));
      for (const ItemState state : {ItemState::done, ItemState::open, ItemState::wrong}) {
        json_.member(to_string(state), static_cast<std::uint32_t>(list_.count(state)));
      }
      json_.array("sections", list_.sections, [&](const CheckSection& section) {
        json_.object([&] {
          json_.member("title", section.title);
          json_.array("items", section.items, [&](const CheckItem& item) { write(item); });
        });
      });
      json_.array("before_connecting", list_.guide_lines, [&](const GuideLine& line) {
        json_.object([&] {
          json_.member("state", to_string(line.state));
          json_.member("text", line.text);
          json_.strings("items", line.items);
        });
      });
    });
    return json_.text() + "\n";
  }

 private:
  void write(const CheckItem& item) {
    json_.object([&] {
      json_.member("id", item.id);
      json_.member("state", to_string(item.state));
      json_.member("text", item.text);
      places_.write(json_, item.place);
      json_.array("details", item.details, [&](const ItemDetail& detail) {
        json_.object([&] {
          json_.member_unless_empty("label", detail.label);
          json_.member(detail.literal ? "value" : "remark", detail.value);
        });
      });
      json_.array("findings", item.findings, [&](const Diagnostic* found) {
        json_.object([&] {
          json_.member("id", found->id);
          json_.member("severity", to_string(found->severity));
          json_.member("message", found->message);
          places_.write(json_, found->primary);
        });
      });
    });
  }

  const Checklist& list_;
  const resolve::CompiledApp& cx_;
  const FilePlaces places_;
  json::PrettyWriter json_;
};

}  // namespace

std::string checklist_text(const Checklist& list, const resolve::CompiledApp& cx) {
  return ChecklistWriter({}, list, cx.file).sections() +
         fmt::format("{} done, {} open, {} wrong\n", list.count(ItemState::done),
                     list.count(ItemState::open), list.count(ItemState::wrong));
}

std::string checklist_markdown(const Checklist& list, const resolve::CompiledApp& cx) {
  const auto& name = cx.app.name;
  return fmt::format(
             "# Checklist for {}\n\n{} done: the file proves them. {} open: for you to do and "
             "tick. "
             "{} wrong.\n",
             name ? escape_markdown(name->value) : "the app", list.count(ItemState::done),
             list.count(ItemState::open), list.count(ItemState::wrong)) +
         ChecklistWriter({.is_markdown = true}, list, cx.file).sections();
}

std::string checklist_json(const Checklist& list, const resolve::CompiledApp& cx) {
  return ChecklistJson(list, cx).write();
}

}  // namespace zoomc::review
