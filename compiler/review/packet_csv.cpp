#include <array>

#include "catalog/lookup.h"
#include "review/csv.h"
#include "review/packet.h"

namespace zoomc {
namespace {

// A cell of several entries.
class List {
 public:
  explicit List(std::string_view separator) : separator_(separator) {}
  void add(std::string_view entry) {
    if (!text_.empty()) text_ += separator_;
    text_ += entry;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string_view separator_;
  std::string text_;
};

std::string plain(std::string_view name) {
  return std::string(name);
}

std::string record_of(const ResolvedApp& resolved, const PacketScope& entry) {
  List subjects("; ");
  List calls("; ");
  List events("; ");
  List steps(" ");
  List guide("; ");
  for (const std::uint32_t number : entry.subjects) {
    subjects.add(asked_as(resolved.subjects[number]));
  }
  for (const OperationId id : entry.operations) {
    calls.add(display_name(resolved.catalog->operations[id]));
  }
  for (const EventId id : entry.events) events.add(resolved.catalog->events[id].name);
  for (const ReviewStep& step : entry.steps) steps.add(step.text);
  for (const GuideNote& note : entry.guide) guide.add(text_of(note, plain));
  return csv_record(std::array{
      std::string(entry.scope->name), std::string(entry.scope->optional ? "yes" : "no"),
      entry.reason.text, subjects.take(), calls.take(), events.take(), steps.take(), guide.take()});
}

}  // namespace

std::string packet_csv(const Packet& packet) {
  const std::array<std::string, 8> head{"scope",      "optional", "why",  "for",
                                        "operations", "events",   "test", "guide"};
  std::string text = csv_record(head);
  for (const PacketScope& entry : packet.scopes) text += record_of(*packet.resolved, entry);
  return text;
}

}  // namespace zoomc
