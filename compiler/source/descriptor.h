#pragma once
#include <fcntl.h>
#include <string>
#include <string_view>
#include <unistd.h>

namespace zoomc {

// An open file of the system, closed when it goes. Never inherited by a child process.
class Descriptor {
 public:
  // Takes over `number`; a negative one means that nothing is open.
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  // `flags` and `mode` are those of open(2). When it fails nothing is open and `errno` says why.
  static Descriptor open(const std::string& path, int flags, mode_t mode = 0);

  bool is_open() const { return number_ >= 0; }
  int get() const { return number_; }

  // Closes at once, for those who must know that it went well. Answers an `errno`, or 0.
  int close();

 private:
  int number_;
};

// True if `path` can be passed to the system unchanged: a NUL would cut it.
bool is_usable_path(std::string_view path);

}  // namespace zoomc
