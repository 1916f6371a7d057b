#include "review/checklist.h"
#include "review/file_place.h"
#include "review/pretty_json.h"

namespace zoomc {
namespace {

class JsonChecklist {
 public:
  JsonChecklist(const Checklist& list, const CompiledApp& cx)
      : list_(list), cx_(cx), places_(cx.file) {}

  std::string write() {
    json_.object([&] {
      json_.member("version", 1U);
      json_.member("file", cx_.file.path);
      if (cx_.app.name) json_.member("app", cx_.app.name->value);
      json_.member("stage", to_string(cx_.app.stage_or_default()));
      for (const ItemState state : {ItemState::done, ItemState::open, ItemState::wrong}) {
        json_.member(to_string(state), static_cast<std::uint32_t>(list_.count(state)));
      }
      json_.array("sections", list_.sections, [&](const CheckSection& section) {
        json_.object([&] {
          json_.member("title", section.title);
          json_.array("items", section.items, [&](const CheckItem& item) { write(item); });
        });
      });
      json_.array("before_connecting", list_.guide_lines,
                  [&](const GuideLine& line) { write(line); });
    });
    return json_.take();
  }

 private:
  void write(const CheckItem& item) {
    json_.object([&] {
      json_.member("id", item.id);
      json_.member("state", to_string(item.state));
      json_.member("text", item.text);
      place(item.place);
      json_.array("details", item.details, [&](const ItemDetail& detail) {
        json_.object([&] {
          if (!detail.label.empty()) json_.member("label", detail.label);
          json_.member(detail.literal ? "value" : "remark", detail.value);
        });
      });
      json_.array("findings", item.findings, [&](const Diagnostic* found) {
        json_.object([&] {
          json_.member("id", found->id);
          json_.member("severity", to_string(found->severity));
          json_.member("message", found->message);
          place(found->primary);
        });
      });
    });
  }

  void write(const GuideLine& line) {
    json_.object([&] {
      json_.member("state", to_string(line.state));
      json_.member("text", line.text);
      json_.array("items", line.items, [&](std::string_view id) { json_.string(id); });
    });
  }

  void place(Span span) {
    if (span.empty()) return;
    const Position at = places_.position(span);
    json_.member("line", at.line);
    json_.member("column", at.column);
  }

  const Checklist& list_;
  const CompiledApp& cx_;
  const FilePlaces places_;
  PrettyJson json_;
};

}  // namespace

std::string checklist_json(const Checklist& list, const CompiledApp& cx) {
  return JsonChecklist(list, cx).write();
}

}  // namespace zoomc
