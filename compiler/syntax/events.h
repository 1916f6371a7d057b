#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The content of a text as the YAML library reads it, as a flat list. Nothing else of the library,
// and nobody outside of it, sees the library or its exceptions.
namespace zoomc::syntax {

enum class EventKind : std::uint8_t {
  null,
  alias,
  scalar,
  sequence_start,
  sequence_end,
  mapping_start,
  mapping_end
};

// `bare` is the tag `!`; the library also gives it to every quoted and block scalar without a tag.
enum class TagKind : std::uint8_t { none, bare, named };

struct ParserEvent {
  EventKind kind = EventKind::null;
  TagKind tag_kind = TagKind::none;
  // Byte offset where it begins: at its anchor or tag if it has one. For a null that is not written
  // it is somewhere further on.
  std::uint32_t place = 0;
  // The anchor defined here, or the one an alias means; 0 without one. Each definition counts.
  std::uint32_t anchor = 0;
  // The place of a scalar's value in `EventLog::values`.
  std::uint32_t value_begin = 0;
  std::uint32_t value_size = 0;
  // For a named tag: the index of its full name in `EventLog::tags`.
  std::uint32_t tag = 0;
};

// Why the events end: the document did, or the library or one of our limits refused the rest.
enum class StopReason : std::uint8_t { complete, syntax, nesting, nodes, read_ahead };

struct [[nodiscard]] EventLog {
  std::vector<ParserEvent> events;
  std::string values;
  std::vector<std::string> tags;
  // The number of aliases of each anchor, by the anchor's number.
  std::vector<std::uint32_t> alias_counts;
  StopReason stop = StopReason::complete;
  // The library's own words for `syntax`, and where it or the limit stopped.
  std::string complaint;
  std::uint32_t place = 0;

  std::string_view value(const ParserEvent& event) const {
    return std::string_view(values).substr(event.value_begin, event.value_size);
  }
};

// The events of the first document of `text`, which starts at byte `begin` (after a byte order
// mark). Without any event there is no document.
EventLog read_events(std::string_view text, std::uint32_t begin);

// The short form (`!!str`) of a full tag name of the core schema, a constant; empty for every other
// tag.
std::string_view core_tag(std::string_view full_name);

}  // namespace zoomc::syntax
