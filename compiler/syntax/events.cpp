#include "syntax/events.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <istream>
#include <optional>
#include <streambuf>
#include <string_view>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "syntax/characters.h"
#include "syntax/parse.h"
#include "text/utf8.h"

namespace zoomc::syntax {
namespace {

constexpr std::array<bool, 256> make_indicator_table() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("[]{},:-?&*!|>'\"%"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr std::array<bool, 256> kIsIndicator = make_indicator_table();

std::string_view without_last_blanks(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_blank(text[end - 1])) --end;
  return end == 0 || is_break(text[end - 1]) ? text.substr(0, end) : text;
}

bool is_indicator(char c) {
  return kIsIndicator[static_cast<unsigned char>(c)];
}

// Feeds a text to the YAML library piece by piece, so that reading can end early: the library keeps
// all tokens since the last thing it could be sure of, which on hostile input is everything. A lone
// carriage return, a line break of YAML that the library does not know, is given as a line feed. A
// last line of blanks only is left out: the library would take it for text of a block scalar.
class InputBuffer final : public std::streambuf {
 public:
  InputBuffer(std::string_view text, std::uint32_t begin, std::size_t max_read_ahead)
      : text_(without_last_blanks(text)),
        given_(begin),
        reported_(begin),
        max_read_ahead_(max_read_ahead) {}

  // The library has reported all that lies before byte `place`.
  void note_progress(std::uint32_t place) {
    const std::size_t end = std::min<std::size_t>(place, given_);
    for (; reported_ < end; ++reported_) {
      if (is_indicator(text_[reported_])) --indicators_ahead_;
    }
  }

  // Input was cut off because the library read too far ahead.
  bool was_cut() const { return was_cut_; }
  // All before this byte had been reported when the input was cut off.
  std::uint32_t reported_at_cut() const { return static_cast<std::uint32_t>(reported_at_cut_); }

 protected:
  int_type underflow() override {
    if (indicators_ahead_ > max_read_ahead_ && !was_cut_) {
      was_cut_ = true;
      reported_at_cut_ = reported_;
    }
    if (was_cut_ || given_ == text_.size()) return traits_type::eof();
    const std::size_t size = std::min(chunk_.size(), text_.size() - given_);
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t place = given_ + i;
      const char c = text_[place];
      const bool lone_return = c == '\r' && (place + 1 == text_.size() || text_[place + 1] != '\n');
      chunk_[i] = lone_return ? '\n' : c;
      if (is_indicator(c)) ++indicators_ahead_;
    }
    given_ += size;
    setg(chunk_.data(), chunk_.data(), chunk_.data() + size);
    return traits_type::to_int_type(chunk_[0]);
  }

 private:
  std::string_view text_;
  std::size_t given_;
  std::size_t reported_;
  std::size_t max_read_ahead_;
  std::size_t indicators_ahead_ = 0;
  bool was_cut_ = false;
  std::size_t reported_at_cut_ = 0;
  std::array<char, 2048> chunk_{};
};

constexpr std::string_view kPrefix = "tag:yaml.org,2002:";
constexpr std::array<std::string_view, 7> kCore = {"!!str",  "!!int", "!!bool", "!!float",
                                                   "!!null", "!!map", "!!seq"};

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

// Finds a line that starts with `%` and is longer than any directive; the library makes a
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

std::string_view core_tag(std::string_view full_name) {
  if (!full_name.starts_with(kPrefix)) return {};
  for (const std::string_view tag : kCore) {
    if (tag.substr(2) == full_name.substr(kPrefix.size())) return tag;
  }
  return {};
}

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
