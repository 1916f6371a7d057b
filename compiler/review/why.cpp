#include "review/why.h"

#include <algorithm>
#include <set>
#include <vector>

#include "catalog/lookup.h"
#include "source/line_index.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

// The second column of a proof is at least this wide, so that short proofs line up with each other.
constexpr std::size_t kMinColumn = 29;

struct Row {
  std::string label;
  std::string what;
  std::string note;
};

std::string pad(std::string text, std::size_t width) {
  const std::size_t taken = display_width(text);
  if (taken < width) text.append(width - taken, ' ');
  return text;
}

std::string count_of(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

// Names of the catalog and of the manifest need no backticks here; what a user wrote is escaped.
std::vector<std::string> plain(const std::vector<std::string_view>& names) {
  std::vector<std::string> words;
  for (const auto name : names) words.push_back(escape_controls(name));
  return words;
}

class Proof {
 public:
  Proof(const ResolvedApp& resolved, const SourceFile& file, const LineIndex& lines)
      : resolved_(resolved), catalog_(*resolved.catalog), file_(file), lines_(lines) {}

  std::string of(const ResolvedScope& scope) {
    rows_.clear();
    add_sources(scope);
    for (const std::uint32_t number : scope.meets) add_requirement(scope, number);
    add_losses(scope);
    add_authority(scope);
    if (resolved_.platform->has_guide_names) add_guide(scope);
    if (scope.optional)
      rows_.push_back({"  optional", "whoever installs the app may decline it", {}});
    return layout(scope.name);
  }

 private:
  std::string place(Span span) const {
    if (span.empty()) return {};
    const Position at = lines_.position(span.begin);
    return escape_controls(file_.path) + ":" + std::to_string(at.line) + ":" +
           std::to_string(at.column);
  }

  static std::string asked_as(const Subject& subject) {
    if (subject.kind == SubjectKind::sign_in) return "sign-in";
    const std::string key = escape_controls(subject.key);
    return subject.composite.empty() ? key : key + " (in " + subject.composite + ")";
  }

  std::string level() const { return std::string(to_string(resolved_.managed_by)); }

  void add_subject(std::string label, const Subject& subject) {
    const bool implied = subject.kind == SubjectKind::sign_in;
    rows_.push_back(
        {std::move(label), asked_as(subject),
         implied ? "always needed on `platform: " + std::string(resolved_.platform->id) + "`"
                 : place(subject.span)});
  }

  void add_sources(const ResolvedScope& scope) {
    if (scope.source == ScopeSource::extra) {
      rows_.push_back({"  asked for", "by hand", place(scope.span)});
    }
    for (const std::uint32_t subject : scope.guide_subjects) {
      add_subject("  guide for", resolved_.subjects[subject]);
    }
  }

  std::string name_of(const Requirement& requirement) const {
    return requirement.kind == RequirementKind::operation
               ? display_name(catalog_.operations[requirement.row])
               : std::string(catalog_.events[requirement.row].name);
  }

  // Why this scope and no other.
  std::string choice_note(const ResolvedScope& scope, const Requirement& requirement) const {
    std::vector<std::string_view> others;
    for (const ScopeId id : requirement.alternatives) {
      if (id != scope.row) others.push_back(catalog_.scopes[id].name);
    }
    if (others.empty()) return "no other " + level() + " scope allows it";
    return "so would " + join_words(plain(others), "or") + ", in no smaller set";
  }

  void add_requirement(const ResolvedScope& scope, std::uint32_t number) {
    const Requirement& requirement = resolved_.requirements[number];
    const bool carries =
        std::find(scope.carries.begin(), scope.carries.end(), number) != scope.carries.end();
    rows_.push_back({carries ? "  needed by" : "  also meets", name_of(requirement),
                     carries ? choice_note(scope, requirement) : "another scope here meets it"});
    for (const std::uint32_t subject : requirement.subjects) {
      add_subject("    for", resolved_.subjects[subject]);
    }
    const bool guessed = requirement.kind == RequirementKind::event &&
                         catalog_.events[requirement.row].basis == EventBasis::derived;
    if (guessed) {
      rows_.push_back({"    basis", "the names of event and scope, not a page of Zoom's", {}});
    }
  }

  std::string loss(const Subject& subject, const Requirement& requirement) const {
    if (subject.kind == SubjectKind::sign_in) return "nobody can sign in";
    if (requirement.kind == RequirementKind::event) {
      return "the event " + name_of(requirement) + " does not arrive";
    }
    const Operation& operation = catalog_.operations[requirement.row];
    if (subject.kind == SubjectKind::feature && !operation.without.empty()) {
      return subject.key + " " + std::string(operation.without);
    }
    return name_of(requirement) + " is refused";
  }

  void add_losses(const ResolvedScope& scope) {
    std::set<std::string> said;
    for (const std::uint32_t number : scope.carries) {
      const Requirement& requirement = resolved_.requirements[number];
      for (const std::uint32_t subject : requirement.subjects) {
        std::string text = loss(resolved_.subjects[subject], requirement);
        if (!said.insert(text).second) continue;
        rows_.push_back({said.size() == 1 ? "  without it" : "", std::move(text), {}});
      }
    }
    if (said.empty() && scope.source == ScopeSource::extra) {
      rows_.push_back({"  without it", "nothing that the file declares is lost", {}});
    }
  }

  void add_authority(const ResolvedScope& scope) {
    if (!scope.row) {
      rows_.push_back({"  authority", "unknown: the name is in none of Zoom's lists", {}});
      return;
    }
    rows_.push_back({"  authority",
                     count_of(scope.operations_allowed, "operation") + ", " +
                         std::to_string(scope.operations_needed) + " needed",
                     {}});
  }

  void add_guide(const ResolvedScope& scope) {
    if (scope.source != ScopeSource::derived) return;
    std::set<std::uint32_t> subjects;
    for (const std::uint32_t number : scope.meets) {
      const auto& of = resolved_.requirements[number].subjects;
      subjects.insert(of.begin(), of.end());
    }
    for (const std::uint32_t index : subjects) {
      const Subject& subject = resolved_.subjects[index];
      if (subject.kind == SubjectKind::feature || subject.kind == SubjectKind::sign_in) {
        add_guide_names(scope, catalog_.features[*subject.row], subjects.size() > 1);
      }
    }
  }

  void add_guide_names(const ResolvedScope& scope, const Feature& feature, bool several) {
    const auto& names = feature.guide_scopes;
    if (names.empty()) return;
    const std::string of = several ? " for " + std::string(feature.name) : "";
    if (std::find(names.begin(), names.end(), scope.name) != names.end()) {
      rows_.push_back({"  guide", "the guide names it too" + of, {}});
      return;
    }
    std::string text = "the guide names " + join_words(plain({names.begin(), names.end()})) + of;
    if (!feature.guide_shortfall.empty()) text += ", which " + std::string(feature.guide_shortfall);
    rows_.push_back({"  guide", std::move(text), {}});
  }

  std::string layout(const std::string& name) const {
    std::size_t column = kMinColumn;
    for (const Row& row : rows_) {
      if (!row.note.empty()) column = std::max(column, display_width(row.what));
    }
    std::string text = escape_controls(name) + "\n";
    for (const Row& row : rows_) {
      text += pad(row.label, 13);
      text += row.note.empty() ? row.what : pad(row.what, column + 2) + row.note;
      text += '\n';
    }
    return text;
  }

  const ResolvedApp& resolved_;
  const Catalog& catalog_;
  const SourceFile& file_;
  const LineIndex& lines_;
  std::vector<Row> rows_;
};

std::string summary(const ResolvedApp& resolved) {
  const auto by_hand = static_cast<std::size_t>(
      std::count_if(resolved.scopes.begin(), resolved.scopes.end(),
                    [](const ResolvedScope& scope) { return scope.source == ScopeSource::extra; }));
  const std::size_t derived = resolved.scopes.size() - by_hand;
  std::string text = count_of(derived, "scope") + ", " +
                     std::string(to_string(resolved.managed_by)) + "-managed, ";
  if (resolved.vocabulary == Vocabulary::guide) {
    text += "with the guide's own names";
  } else {
    text += "for " + count_of(resolved.requirements.size(), "requirement") +
            ": no smaller set would do; beyond the needed it allows " +
            count_of(resolved.excess_authority, "operation");
  }
  if (by_hand > 0) text += "; " + count_of(by_hand, "scope") + " more by hand";
  return text + "\n";
}

}  // namespace

std::string explain_scope(const ResolvedApp& resolved, const SourceFile& file,
                          const ResolvedScope& scope) {
  const LineIndex lines(file.text);
  return Proof(resolved, file, lines).of(scope);
}

std::string explain_scopes(const ResolvedApp& resolved, const SourceFile& file) {
  const LineIndex lines(file.text);
  Proof proof(resolved, file, lines);
  std::string text;
  for (const ResolvedScope& scope : resolved.scopes) text += proof.of(scope) + "\n";
  return text + summary(resolved);
}

}  // namespace zoomc
