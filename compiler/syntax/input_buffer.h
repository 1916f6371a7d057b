#pragma once
#include <array>
#include <cstdint>
#include <streambuf>
#include <string_view>

namespace zoomc::syntax {

// Feeds a text to the YAML library piece by piece, so that reading can end early: the library keeps
// all tokens since the last thing it could be sure of, which on hostile input is everything. A lone
// carriage return, a line break of YAML that the library does not know, is given as a line feed. A
// last line of blanks only is left out: the library would take it for text of a block scalar.
class InputBuffer final : public std::streambuf {
 public:
  InputBuffer(std::string_view text, std::uint32_t begin, std::size_t max_read_ahead);

  // The library has reported all that lies before byte `place`.
  void note_progress(std::uint32_t place);
  // Input was cut off because the library read too far ahead.
  bool was_cut() const { return was_cut_; }
  // All before this byte had been reported when the input was cut off.
  std::uint32_t reported_at_cut() const { return static_cast<std::uint32_t>(reported_at_cut_); }

 protected:
  int_type underflow() override;

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

}  // namespace zoomc::syntax
