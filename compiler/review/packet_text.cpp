#include "catalog/lookup.h"
#include "resolve/sentence.h"
#include "review/file_place.h"
#include "review/packet.h"
#include "review/rows.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::size_t kMinPacketColumn = 29;

class TextPacket {
 public:
  TextPacket(const Packet& packet, const SourceFile& file)
      : resolved_(*packet.resolved), places_(file) {}

  std::string of(const PacketScope& entry) {
    rows_.clear();
    rows_.push_back(
        {entry.reason.written ? "  why" : "  why *", escape_controls(entry.reason.text), {}});
    for (const std::uint32_t number : entry.subjects) {
      const Subject& subject = resolved_.subjects[number];
      rows_.push_back({"  for", escape_controls(asked_as(subject)), place_of(subject)});
    }
    for (const OperationId id : entry.operations) {
      const Operation& call = resolved_.catalog->operations[id];
      rows_.push_back(
          {"  calls", escape_controls(display_name(call)), escape_controls(as_phrase(call.name))});
    }
    for (const EventId id : entry.events) {
      rows_.push_back({"  receives", escape_controls(resolved_.catalog->events[id].name), {}});
    }
    for (const ReviewStep& step : entry.steps) {
      rows_.push_back({step.written ? "  test" : "  test *", escape_controls(step.text), {}});
    }
    for (const GuideNote& note : entry.guide) {
      rows_.push_back({"  guide", text_of(note, escape_controls), {}});
    }
    if (entry.scope->optional) {
      rows_.push_back({"  optional", "whoever installs the app may decline it", {}});
    }
    return escape_controls(entry.scope->name) + "\n" + lay_out(rows_, kMinPacketColumn);
  }

 private:
  std::string place_of(const Subject& subject) const {
    return subject.kind == SubjectKind::sign_in ? "always needed" : places_.text_of(subject.span);
  }

  const ResolvedApp& resolved_;
  const FilePlaces places_;
  std::vector<TextRow> rows_;
};

}  // namespace

std::string packet_text(const Packet& packet, const SourceFile& file) {
  TextPacket writer(packet, file);
  std::string text;
  for (const PacketScope& entry : packet.scopes) text += writer.of(entry) + "\n";
  text += count_of(packet.scopes.size(), "scope") + ", " +
          std::string(to_string(packet.resolved->managed_by)) +
          "-managed; what has a * is generated: `justify` and `test_plan` take your own words\n";
  return text;
}

}  // namespace zoomc
