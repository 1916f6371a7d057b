#include "resolve/generated_texts.h"

#include <string_view>

#include "resolve/sentence.h"

namespace zoomc {

GeneratedTexts::GeneratedTexts(const ResolvedApp& resolved) : resolved_(resolved) {
  for (const Subject& subject : resolved.subjects) {
    if (subject.kind == SubjectKind::operation) ++titles_[title_of(subject)];
  }
}

std::string GeneratedTexts::phrase_of(const Subject& subject) const {
  switch (subject.kind) {
    case SubjectKind::operation: {
      // Zoom gives some operations the same title ("Get a user's profile").
      const std::string title = title_of(subject);
      return titles_.at(title) == 1 ? title : title + " (" + subject.key + ")";
    }
    case SubjectKind::event: return "Receive the event " + subject.key;
    case SubjectKind::extra_scope: return "Use the scope " + subject.key;
    case SubjectKind::sign_in:
    case SubjectKind::feature: break;
  }
  return std::string(resolved_.catalog->features[*subject.row].phrase);
}

std::string GeneratedTexts::with_purpose(const std::string& phrase) const {
  const auto& purpose = resolved_.app->purpose;
  return join_purpose(phrase, purpose ? std::string_view(purpose->value) : std::string_view{});
}

std::string GeneratedTexts::title_of(const Subject& operation) const {
  return as_phrase(resolved_.catalog->operations[*operation.row].name);
}

}  // namespace zoomc
