#include "syntax/input_buffer.h"

#include <algorithm>

#include "syntax/characters.h"

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

}  // namespace

InputBuffer::InputBuffer(std::string_view text, std::uint32_t begin, std::size_t max_read_ahead)
    : text_(without_last_blanks(text)),
      given_(begin),
      reported_(begin),
      max_read_ahead_(max_read_ahead) {}

void InputBuffer::note_progress(std::uint32_t place) {
  const std::size_t end = std::min<std::size_t>(place, given_);
  for (; reported_ < end; ++reported_) {
    if (is_indicator(text_[reported_])) --indicators_ahead_;
  }
}

InputBuffer::int_type InputBuffer::underflow() {
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

}  // namespace zoomc::syntax
