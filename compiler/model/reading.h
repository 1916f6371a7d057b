#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/sink.h"
#include "model/app.h"
#include "model/keys.h"
#include "syntax/tree.h"

namespace zoomc::model {

// The dotted path of a key: "app.contact.email". Its text is built only for findings about the key,
// which are rare. The path above it must outlive it.
class Path {
 public:
  // The whole file.
  Path() = default;
  // A key of the mapping at `above`.
  Path(const Path& above, std::string_view key) : above_(&above), key_(key) {}

  bool is_file() const { return above_ == nullptr; }
  std::string text() const;

 private:
  const Path* above_ = nullptr;
  std::string_view key_;
};

// A value of the tree and its name for people.
struct Slot {
  const syntax::Node* value = nullptr;
  // The path of its key; for an entry of a list, the list's.
  Path path;
  // The span of its key; for an entry, the list's key.
  Span key;
  // The alias through which the tree was entered, if any: the values below it are elsewhere in the
  // file and may be right there, so findings point at the alias and have no fix.
  std::optional<Span> alias;
  bool entry = false;
  bool required = false;
  // Its key has a `?` before it.
  bool is_key_explicit = false;
  const Language* language = &kAppLanguage;
};

// Slots of values below another slot, which must outlive them.
Slot member_slot(const Slot& mapping, const syntax::Member& member);
Slot entry_slot(const Slot& list, const syntax::Node& entry);

// The name of a slot in a message: "`oauth.redirect_url`", "an entry of `region`" or "the app
// file".
std::string name_of(const Slot& slot);

// The place of a finding about the value: the value itself, or its key if nothing is written or the
// value is a block of lines.
Span place_of(const Slot& slot);
// The place of a finding about something that a mapping lacks: the mapping's key, or its first
// member if it has no key (the file, an entry).
Span lack_place_of(const Slot& mapping);

// The most findings of one file that are kept. After them one last finding says so, so that a
// hostile file cannot produce gigabytes of messages.
inline constexpr std::size_t kMaxFindings = 1000;

// The most entries that a list, or a mapping with the author's own keys, can have: far more than
// Zoom has scopes, operations and events. It limits the memory of all later phases.
inline constexpr std::size_t kMaxEntries = 10'000;

// The state of reading one file.
class Reading {
 public:
  // `unread` collects the paths that could not be read.
  Reading(const syntax::Document& document, Sink& sink, std::vector<UnreadKey>& unread);

  // Reports a finding about `slot` and, if it is an error, notes it as unread. Below an alias the
  // finding moves to the alias and loses labels and fixes.
  void report(const Slot& slot, Diagnostic found);
  void report(const Slot& slot, const Code& code, std::string message, std::vector<Fix> fixes = {});

  // Whether all further findings would be dropped.
  bool is_full() const { return reported_ >= kMaxFindings; }
  bool has_comment_in(Span span) const;

 private:
  const syntax::Document& document_;
  Sink& sink_;
  std::vector<UnreadKey>& unread_;
  std::size_t reported_ = 0;
};

}  // namespace zoomc::model
