#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc {

enum class Severity : std::uint8_t { note, warning, error };
std::string_view to_string(Severity severity);

// What Zoom does with the mistake: its validator takes it, refuses it, refuses it in some apps or
// as far as is known, or drops it in silence; its review sends the app back; or users meet it at
// run time. What it refuses for certain is an error.
enum class ZoomVerdict : std::uint8_t {
  unknown,
  accepts,
  rejects,
  can_reject,
  drops,
  review,
  runtime
};
std::string_view to_string(ZoomVerdict verdict);

// `text` says what follows for people, with Zoom's exact error text where it is known:
// "users then see `Invalid redirect url` (4700)". Either part may be absent.
struct ZoomEffect {
  ZoomVerdict verdict = ZoomVerdict::unknown;
  std::string text;
};

// Another place that explains the finding, with what is to be seen there.
struct Label {
  Span span;
  std::string text;
};

// Put `replacement` where `span` was. An empty span inserts.
struct Edit {
  Span span;
  std::string replacement;
};

// `safe` never widens authority and restores a value that can be derived; `unsafe` needs a person's
// yes.
enum class FixSafety : std::uint8_t { safe, unsafe };
std::string_view to_string(FixSafety safety);

// `change`: a value, or a key, becomes another; nothing that was asked for goes without something
// in its place. `remove`: what the finding points at is taken out.
enum class FixKind : std::uint8_t { change, remove };

// Edits of one file that together make the finding go away; they do not overlap. `title` says what
// the fix does, for a person: the new value in backticks, or a phrase.
struct Fix {
  FixSafety safety = FixSafety::safe;
  std::string title;
  std::vector<Edit> edits;
  FixKind kind = FixKind::change;
};

// One mistake, said once. `id` names the rule and lives as long as the program. `message` states
// the situation, then the reason, then the way out: lower case, no period, `code` in backticks.
// `primary_label` is the word at the caret, possibly empty.
struct [[nodiscard]] Diagnostic {
  std::string_view id;
  Severity severity = Severity::error;
  Span primary;
  std::string message;
  std::string primary_label;
  std::vector<Label> labels;
  std::vector<std::string> hints;
  ZoomEffect zoom;
  std::vector<Fix> fixes;
  // The text at `primary` is a secret: no renderer shows it.
  bool sensitive = false;
  // The project's policy that found it, for `policy-violation`; else empty. An allowance
  // names it `policy-violation/<policy>`.
  std::string policy;
  // Set where a comment of the file allows the finding, which is then no mistake: the place of the
  // comment's reason, empty when it gives none.
  std::optional<Span> suppression;
  // The item of the checklist that its kind belongs to; empty or `kItemOfPlace` where the key that
  // it is at decides.
  std::string_view item;
  // In a manifest: which setting it is about, as a JSON pointer in Zoom's words; else empty.
  std::string pointer;
};

}  // namespace zoomc
