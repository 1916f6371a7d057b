#include "infer/byte_source.h"

#include <algorithm>
#include <utility>

namespace zoomc {
namespace {

constexpr std::size_t kMaxLine = 65536;

}  // namespace

ByteSource bytes_of(std::string_view text) {
  return [text](char* buffer, std::size_t size) mutable {
    const std::size_t count = std::min(size, text.size());
    std::copy_n(text.begin(), count, buffer);
    text.remove_prefix(count);
    return count;
  };
}

PeekedBytes::PeekedBytes(ByteSource source) : source_(std::move(source)), begin_(kPeek, '\0') {
  std::size_t size = 0;
  while (size < kPeek) {
    const std::size_t count = source_(begin_.data() + size, kPeek - size);
    if (count == 0) break;
    size += count;
  }
  begin_.resize(size);
}

std::size_t PeekedBytes::read(char* buffer, std::size_t size) {
  if (at_ == begin_.size()) return source_(buffer, size);
  const std::size_t count = std::min(size, begin_.size() - at_);
  std::copy_n(begin_.data() + at_, count, buffer);
  at_ += count;
  return count;
}

void ByteStream::fill() {
  before_ += size_;
  size_ = bytes_.read(block_, sizeof block_);
  at_ = 0;
}

ByteStream::Ch ByteStream::Take() {
  if (at_ >= size_) return '\0';
  const char c = block_[at_++];
  if (at_ == size_) fill();
  return c;
}

bool read_line(ByteStream& stream, std::string& line) {
  line.clear();
  if (stream.at_end()) return false;
  while (!stream.at_end()) {
    const char c = stream.Take();
    if (c == '\n') break;
    if (line.size() < kMaxLine) line += c;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

}  // namespace zoomc
