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

// The dotted path of a key: "app.contact.email". It is made only where something is to be said of
// the key, which is nearly never. What it is below must outlive it.
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

// A value of the tree and how people call it.
struct Slot {
  const syntax::Node* value = nullptr;
  // Of its key; of a list's entry the list's.
  Path path;
  // The span of its key; of an entry the list's key.
  Span key;
  // The alias through which the tree was entered, if any: what is below it stands elsewhere in the
  // file, perhaps rightly, so findings point at the alias and have no fix.
  std::optional<Span> alias;
  bool entry = false;
  bool required = false;
  // Its key has a `?` before it.
  bool is_key_explicit = false;
  const Language* language = &kAppLanguage;
};

// Slots of what is below another, which must outlive them.
Slot member_slot(const Slot& mapping, const syntax::Member& member);
Slot entry_slot(const Slot& list, const syntax::Node& entry);

// "`oauth.redirect_url`", "an entry of `region`" or "the app file", for a message.
std::string name_of(const Slot& slot);

// Where a finding about the value points: at the value, or at its key when nothing is written or
// when the value is a block of lines.
Span place_of(const Slot& slot);
// Where a finding about something absent from a mapping points: at the mapping's key, or at its
// first member where it has none (the file, an entry).
Span lack_place_of(const Slot& mapping);

// How many findings of one file are kept. Past it one last finding says so, so that a hostile file
// cannot turn into gigabytes of messages.
inline constexpr std::size_t kMaxFindings = 1000;

// How many entries a list, or a mapping whose keys are the author's own, can have: far more than
// Zoom has scopes, operations and events. It bounds what every later phase has to hold.
inline constexpr std::size_t kMaxEntries = 10'000;

// The state of reading one file.
class Reading {
 public:
  // `unread` takes in the paths that could not be read.
  Reading(const syntax::Document& document, Sink& sink, std::vector<UnreadKey>& unread);

  // Reports what is wrong with `slot` and, when it is an error, notes it as unread. Below an alias
  // the finding moves to the alias and loses labels and fixes.
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
