#include "syntax/events.h"

#include <algorithm>
#include <istream>
#include <optional>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "syntax/characters.h"
#include "syntax/input_buffer.h"
#include "syntax/limits.h"
#include "text/utf8.h"

namespace zoomc::syntax {
namespace {

// Leaves the library from inside one of its callbacks; caught in `read_events`.
struct LimitReached {
  StopReason reason;
  std::uint32_t place;
};

// Version 0.7 of the library writes what `\N` and `\_` stand for, U+0085 and U+00A0, as one byte of
// that number. Appends `value` as the UTF-8 that was meant.
void append_utf8(std::string_view value, std::string& out) {
  while (const auto odd = find_invalid_utf8(value)) {
    out += value.substr(0, *odd);
    out += '\xC2';
    out += value[*odd];
    value.remove_prefix(*odd + 1);
  }
  out += value;
}

class Recorder final : public YAML::EventHandler {
 public:
  Recorder(EventLog& log, InputBuffer& input, std::string_view text, std::uint32_t begin)
      : log_(log), input_(input), begin_(begin), end_(static_cast<std::uint32_t>(text.size())) {}

  std::uint32_t place_of(const YAML::Mark& mark) const {
    if (mark.is_null() || mark.pos < 0) return begin_;
    return std::min(begin_ + static_cast<std::uint32_t>(mark.pos), end_);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(EventKind::null, mark, anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(EventKind::alias, mark, anchor);
    if (log_.alias_counts.size() <= anchor) log_.alias_counts.resize(anchor + 1);
    ++log_.alias_counts[anchor];
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    ParserEvent& event = add(EventKind::scalar, mark, anchor);
    set_tag(event, tag);
    event.value_begin = static_cast<std::uint32_t>(log_.values.size());
    append_utf8(value, log_.values);
    event.value_size = static_cast<std::uint32_t>(log_.values.size()) - event.value_begin;
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(EventKind::sequence_start, mark, tag, anchor);
  }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(EventKind::mapping_start, mark, tag, anchor);
  }

  void OnSequenceEnd() override { close(EventKind::sequence_end); }
  void OnMapEnd() override { close(EventKind::mapping_end); }

 private:
  ParserEvent& add(EventKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    const std::uint32_t place = place_of(mark);
    input_.note_progress(place);
    if (++nodes_ > kMaxNodes) throw LimitReached{StopReason::nodes, place};
    return log_.events.emplace_back(
        ParserEvent{.kind = kind, .place = place, .anchor = static_cast<std::uint32_t>(anchor)});
  }

  void open(EventKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    set_tag(add(kind, mark, anchor), tag);
    if (++depth_ > kMaxNesting) throw LimitReached{StopReason::nesting, place_of(mark)};
  }

  void close(EventKind kind) {
    --depth_;
    log_.events.push_back({.kind = kind, .place = end_});
  }

  void set_tag(ParserEvent& event, const std::string& tag) {
    if (tag.empty() || tag == "?") return;
    if (tag == "!") {
      event.tag_kind = TagKind::bare;
      return;
    }
    event.tag_kind = TagKind::named;
    event.tag = static_cast<std::uint32_t>(log_.tags.size());
    log_.tags.push_back(tag);
  }

  EventLog& log_;
  InputBuffer& input_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::size_t nodes_ = 0;
  std::size_t depth_ = 0;
};

// Where a line that starts with `%` goes on for longer than any directive; the library makes a
// string of each of its words.
std::optional<std::uint32_t> endless_directive(std::string_view text, std::uint32_t begin) {
  constexpr std::size_t kLongest = 1000;
  for (std::size_t i = text.find('%', begin); i != std::string_view::npos;
       i = text.find('%', i + 1)) {
    if (i > begin && !is_break(text[i - 1])) continue;
    const std::string_view line = text.substr(i, kLongest);
    if (line.size() == kLongest && line.find_first_of("\r\n") == std::string_view::npos) {
      return static_cast<std::uint32_t>(i);
    }
  }
  return std::nullopt;
}

void refuse(EventLog& log, std::string complaint, std::uint32_t place) {
  log.stop = StopReason::syntax;
  log.complaint = std::move(complaint);
  log.place = place;
}

}  // namespace

EventLog read_events(std::string_view text, std::uint32_t begin) {
  EventLog log;
  if (const auto place = endless_directive(text, begin)) {
    log.stop = StopReason::read_ahead;
    log.place = *place;
    return log;
  }
  InputBuffer buffer(text, begin, kMaxReadAhead);
  std::istream input(&buffer);
  Recorder recorder(log, buffer, text, begin);
  try {
    YAML::Parser(input).HandleNextDocument(recorder);
  } catch (const LimitReached& limit) {
    log.stop = limit.reason;
    log.place = limit.place;
  } catch (const YAML::Exception& error) {
    refuse(log, error.msg, recorder.place_of(error.mark));
  } catch (const std::exception& error) {
    refuse(log, error.what(), begin);
  }
  if (buffer.was_cut() && log.stop != StopReason::nesting) {
    log.stop = StopReason::read_ahead;
    log.place = buffer.reported_at_cut();
  }
  return log;
}

}  // namespace zoomc::syntax
