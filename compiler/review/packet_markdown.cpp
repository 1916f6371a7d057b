#include "catalog/lookup.h"
#include "resolve/sentence.h"
#include "review/markdown.h"
#include "review/packet.h"
#include "review/rows.h"
#include "text/quote.h"

namespace zoomc {
namespace {

std::string subject_text(const Subject& subject) {
  if (subject.kind == SubjectKind::sign_in) return "sign-in";
  std::string text = markdown_code(subject.key);
  if (!subject.composite.empty()) text += " (in " + markdown_code(subject.composite) + ")";
  return text;
}

std::string call_text(const Operation& call) {
  const std::string title = as_phrase(call.name);
  return markdown_code(display_name(call)) +
         (title.empty() ? "" : " (" + escape_markdown(title) + ")");
}

class MarkdownPacket {
 public:
  explicit MarkdownPacket(const ResolvedApp& resolved) : resolved_(resolved) {}

  std::string head(std::size_t scopes) const {
    const auto& name = resolved_.app->name;
    return "# Scopes of " + (name ? escape_markdown(name->value) : "the app") + "\n\n" +
           count_of(scopes, "scope") + ". " +
           (resolved_.is_admin() ? "An admin connects the app for a whole account."
                                 : "Each user connects the app for their own data.") +
           "\n";
  }

  std::string of(const PacketScope& entry) const {
    std::string text = "\n## " + markdown_code(entry.scope->name) + "\n\n";
    text += escape_markdown(entry.reason.text) + "\n\n";
    if (entry.scope->optional) text += "- Optional: whoever installs the app may decline it\n";
    for (const std::uint32_t number : entry.subjects) {
      const Subject& subject = resolved_.subjects[number];
      text += "- " + label_of(subject.kind) + ": " + subject_text(subject) + "\n";
    }
    for (const OperationId id : entry.operations) {
      text += "- Call: " + call_text(resolved_.catalog->operations[id]) + "\n";
    }
    for (const EventId id : entry.events) {
      text += "- Event: " + markdown_code(resolved_.catalog->events[id].name) + "\n";
    }
    for (const GuideNote& note : entry.guide) {
      text += "- Guide: " + text_of(note, markdown_code) + "\n";
    }
    return text + steps(entry.steps);
  }

 private:
  static std::string label_of(SubjectKind kind) {
    switch (kind) {
      case SubjectKind::operation: return "Wanted for the call";
      case SubjectKind::event: return "Wanted for the event";
      case SubjectKind::extra_scope: return "Asked for by name";
      case SubjectKind::sign_in:
      case SubjectKind::feature: break;
    }
    return "Feature";
  }

  static std::string steps(const std::vector<ReviewStep>& steps) {
    std::string text = "\nTest:\n\n";
    for (std::size_t i = 0; i < steps.size(); ++i) {
      text += std::to_string(i + 1) + ". " + escape_markdown(steps[i].text) + "\n";
    }
    return text;
  }

  const ResolvedApp& resolved_;
};

}  // namespace

std::string packet_markdown(const Packet& packet) {
  const MarkdownPacket writer(*packet.resolved);
  std::string text = writer.head(packet.scopes.size());
  for (const PacketScope& entry : packet.scopes) text += writer.of(entry);
  return text;
}

}  // namespace zoomc
