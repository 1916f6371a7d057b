#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "render/format.h"

namespace zoomc {

// Gathers a text and hands it on in pieces of a size that is worth a system call; the last one when
// it goes.
class Pieces {
 public:
  explicit Pieces(const ReportOut& out) : out_(out) {}
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;
  ~Pieces() {
    if (!text_.empty()) out_(text_);
  }

  Pieces& operator<<(std::string_view text) {
    text_ += text;
    if (text_.size() >= kSize) {
      out_(text_);
      text_.clear();
    }
    return *this;
  }

 private:
  static constexpr std::size_t kSize = 262144;

  const ReportOut& out_;
  std::string text_;
};

}  // namespace zoomc
