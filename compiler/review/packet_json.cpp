#include "catalog/lookup.h"
#include "review/file_place.h"
#include "review/packet.h"
#include "review/pretty_json.h"

namespace zoomc {
namespace {

std::string_view kind_of(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::sign_in: return "sign_in";
    case SubjectKind::feature: return "feature";
    case SubjectKind::operation: return "operation";
    case SubjectKind::event: return "event";
    case SubjectKind::extra_scope: return "scope";
  }
  return {};
}

std::string_view source_of(ScopeSource source) {
  switch (source) {
    case ScopeSource::derived: return "derived";
    case ScopeSource::guide: return "guide";
    case ScopeSource::extra: return "by_hand";
  }
  return {};
}

class JsonPacket {
 public:
  JsonPacket(const Packet& packet, const SourceFile& file)
      : packet_(packet), resolved_(*packet.resolved), file_(file), places_(file) {}

  std::string write() {
    json_.object([&] {
      json_.member("version", 1U);
      json_.member("file", file_.path);
      if (resolved_.app->name) json_.member("app", resolved_.app->name->value);
      json_.member("managed_by", to_string(resolved_.managed_by));
      json_.array("scopes", packet_.scopes, [&](const PacketScope& entry) { scope(entry); });
    });
    return json_.take();
  }

 private:
  void scope(const PacketScope& entry) {
    json_.object([&] {
      json_.member("scope", entry.scope->name);
      json_.member("optional", entry.scope->optional);
      json_.member("source", source_of(entry.scope->source));
      json_.member("why", entry.reason.text);
      json_.member("written", entry.reason.written);
      json_.array("for", entry.subjects, [&](std::uint32_t number) { subject(number); });
      json_.array("operations", entry.operations, [&](OperationId id) { operation(id); });
      json_.array("events", entry.events,
                  [&](EventId id) { json_.string(resolved_.catalog->events[id].name); });
      json_.array("test", entry.steps, [&](const ReviewStep& step) {
        json_.object([&] {
          json_.member("step", step.text);
          json_.member("written", step.written);
        });
      });
      json_.array("guide", entry.guide, [&](const GuideNote& note) { guide(note); });
    });
  }

  void subject(std::uint32_t number) {
    const Subject& subject = resolved_.subjects[number];
    json_.object([&] {
      json_.member("kind", kind_of(subject.kind));
      json_.member("key", subject.key);
      if (!subject.composite.empty()) json_.member("composite", subject.composite);
      if (subject.span.empty()) return;
      const Position at = places_.position(subject.span);
      json_.member("line", at.line);
      json_.member("column", at.column);
    });
  }

  void operation(OperationId id) {
    const Operation& call = resolved_.catalog->operations[id];
    json_.object([&] {
      json_.member("operation", display_name(call));
      json_.member("name", call.name);
    });
  }

  void guide(const GuideNote& note) {
    json_.object([&] {
      json_.member("feature", note.feature);
      json_.array("names", note.names, [&](std::string_view name) { json_.string(name); });
      if (!note.shortfall.empty()) json_.member("shortfall", note.shortfall);
    });
  }

  const Packet& packet_;
  const ResolvedApp& resolved_;
  const SourceFile& file_;
  const FilePlaces places_;
  PrettyJson json_;
};

}  // namespace

std::string packet_json(const Packet& packet, const SourceFile& file) {
  return JsonPacket(packet, file).write();
}

}  // namespace zoomc
