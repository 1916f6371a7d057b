#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace zoomc {

// Gives the next bytes of an input: fills at most `size` and answers how many; 0 at the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

// The bytes of a text.
ByteSource bytes_of(std::string_view text);

// Reads ahead a little, so that the kind of an input can be told from how it begins.
class PeekedBytes {
 public:
  static constexpr std::size_t kPeek = 16384;

  explicit PeekedBytes(ByteSource source);

  std::string_view begin() const { return begin_; }
  std::size_t read(char* buffer, std::size_t size);

 private:
  ByteSource source_;
  std::string begin_;
  std::size_t at_ = 0;
};

// One byte after the other, memory for a block at a time.
class ByteStream {
 public:
  using Ch = char;

  explicit ByteStream(PeekedBytes& bytes) : bytes_(bytes) { fill(); }

  // NUL at the end, as RapidJSON wants it.
  Ch Peek() const { return at_ < size_ ? block_[at_] : '\0'; }
  Ch Take();
  std::size_t Tell() const { return before_ + at_; }
  bool at_end() const { return at_ >= size_; }

  // Only for streams that are written to.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  void fill();

  PeekedBytes& bytes_;
  char block_[65536];
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::size_t before_ = 0;
};

// The next line without its break; of a line past 64 KiB only the begin. False at the end.
bool read_line(ByteStream& stream, std::string& line);

}  // namespace zoomc
