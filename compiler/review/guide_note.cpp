#include "review/guide_note.h"

#include <algorithm>
#include <set>

#include "text/quote.h"

namespace zoomc {
namespace {

bool is_of_guide(const Subject& subject) {
  return subject.kind == SubjectKind::feature || subject.kind == SubjectKind::sign_in;
}

GuideNote note_of(const ResolvedScope& scope, const Feature& feature, bool one_of_several) {
  GuideNote note{.feature = feature.name,
                 .names = {feature.guide_scopes.begin(), feature.guide_scopes.end()},
                 .one_of_several = one_of_several};
  note.names_it_too =
      std::find(note.names.begin(), note.names.end(), scope.name) != note.names.end();
  if (!note.names_it_too) note.shortfall = feature.guide_shortfall;
  return note;
}

}  // namespace

std::vector<GuideNote> guide_notes(const ResolvedApp& resolved, const ResolvedScope& scope) {
  const bool has_guide = resolved.platform != nullptr && resolved.platform->has_guide_names;
  if (!has_guide || scope.source != ScopeSource::derived) return {};
  std::set<std::uint32_t> subjects;
  for (const std::uint32_t number : scope.meets) {
    const auto& of = resolved.requirements[number].subjects;
    subjects.insert(of.begin(), of.end());
  }
  std::vector<GuideNote> notes;
  for (const std::uint32_t index : subjects) {
    const Subject& subject = resolved.subjects[index];
    if (!is_of_guide(subject)) continue;
    const Feature& feature = resolved.catalog->features[*subject.row];
    if (feature.guide_scopes.empty()) continue;
    notes.push_back(note_of(scope, feature, subjects.size() > 1));
  }
  return notes;
}

std::string text_of(const GuideNote& note, std::string (*show)(std::string_view)) {
  const std::string of = note.one_of_several ? " for " + show(note.feature) : "";
  if (note.names_it_too) return "the guide names it too" + of;
  std::vector<std::string> names;
  for (const std::string_view name : note.names) names.push_back(show(name));
  std::string text = "the guide names " + join_words(names) + of;
  if (!note.shortfall.empty()) text += ", which " + std::string(note.shortfall);
  return text;
}

}  // namespace zoomc
