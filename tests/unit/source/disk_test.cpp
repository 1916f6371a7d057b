#include "source/disk.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.h"

namespace fs = std::filesystem;
using namespace zoomc;
using std::string_literals::operator""s;

namespace {

// A folder of its own for one test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "zoomc-disk-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::permissions(path_, fs::perms::owner_all, ignored);
    fs::remove_all(path_, ignored);
  }

  std::string at(const std::string& name) const { return path_ + "/" + name; }
  void put(const std::string& name, std::string_view bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
  }
  std::string text(const std::string& name) const {
    std::ifstream in(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  // The names of all that lies in it, sorted, with a blank behind each.
  std::string names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(path_)) {
      found.push_back(entry.path().filename().string());
    }
    std::sort(found.begin(), found.end());
    std::string out;
    for (const std::string& name : found) out += name + " ";
    return out;
  }

 private:
  std::string path_;
};

std::string read_error(const std::string& path) {
  const auto result = Disk().read(path);
  return result ? "no error" : result.error().message;
}

std::string replace_error(const std::string& path, std::string_view bytes = "new") {
  const auto result = Disk().replace(path, bytes);
  return result ? "no error" : result.error().message;
}

mode_t mode_of(const std::string& path) {
  struct stat found = {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  return found.st_mode & 07777U;
}

constexpr uid_t kNobody = 65534;

bool am_root() {
  return ::geteuid() == 0;
}

// Root may do everything; while this lives, even root is nobody.
class WithoutPower {
 public:
  WithoutPower() : root_(am_root()) {
    if (root_) REQUIRE(::seteuid(kNobody) == 0);
  }
  WithoutPower(const WithoutPower&) = delete;
  WithoutPower& operator=(const WithoutPower&) = delete;
  ~WithoutPower() {
    if (root_ && ::seteuid(0) != 0) std::abort();
  }

 private:
  bool root_;
};

// Sets the mask of new files' modes, and the old one back.
class Umask {
 public:
  explicit Umask(mode_t mask) : old_(::umask(mask)) {}
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask() { ::umask(old_); }

 private:
  mode_t old_;
};

}  // namespace

TEST_CASE("read gives the bytes as they are") {
  const Folder folder;
  const std::string bytes =
      "\xEF\xBB\xBF"
      "a\r\nb\0\xFF"s;
  folder.put("a.yaml", bytes);
  folder.put("empty", "");
  CHECK(Disk().read(folder.at("a.yaml")).value() == bytes);
  CHECK(Disk().read(folder.at("empty")).value().empty());
  CHECK(Disk().read("/dev/null").value().empty());
}

TEST_CASE("read holds no more than one byte past the limit") {
  const Folder folder;
  folder.put("limit", std::string(kMaxFileBytes, 'x'));
  folder.put("more", std::string(kMaxFileBytes + 4096, 'x'));
  CHECK(Disk().read(folder.at("limit")).value().size() == kMaxFileBytes);
  CHECK(Disk().read(folder.at("more")).value().size() == kMaxFileBytes + 1);
  CHECK(Disk().read("/dev/zero").value().size() == kMaxFileBytes + 1);
}

TEST_CASE("read from a pipe comes in pieces") {
  const Folder folder;
  const std::string pipe = folder.at("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  auto reader = std::async(std::launch::async, [pipe] { return Disk().read(pipe); });
  {
    std::ofstream out(pipe);
    for (int i = 0; i < 100; ++i) out << std::string(1000, 'x') << std::flush;
  }
  CHECK(reader.get().value().size() == 100'000);
}

TEST_CASE("read says what is wrong") {
  const Folder folder;
  folder.put("file", "x");
  CHECK(read_error("no/such/x.yaml") == "cannot read `no/such/x.yaml`: no such file or directory");
  CHECK(read_error("") == "cannot read ``: no such file or directory");
  CHECK(read_error("/") == "cannot read `/`: is a directory");
  CHECK(read_error(folder.at("file/below")) ==
        "cannot read `" + folder.at("file/below") + "`: not a directory");
  CHECK(read_error("a\0b"s) == "cannot read `a\\x00b`: invalid argument");
  CHECK(read_error("no\nway") == "cannot read `no\\nway`: no such file or directory");
  REQUIRE(::symlink("loop", folder.at("loop").c_str()) == 0);
  CHECK(read_error(folder.at("loop")) ==
        "cannot read `" + folder.at("loop") + "`: too many levels of symbolic links");
}

TEST_CASE("read needs permission") {
  const Folder folder;
  folder.put("closed", "x");
  REQUIRE(::chmod(folder.at("closed").c_str(), 0) == 0);
  REQUIRE(::chmod(folder.at("").c_str(), 0755) == 0);
  const WithoutPower nobody;
  CHECK(read_error(folder.at("closed")) ==
        "cannot read `" + folder.at("closed") + "`: permission denied");
}

TEST_CASE("exists and is_directory") {
  const Folder folder;
  folder.put("file", "x");
  REQUIRE(::symlink("nowhere", folder.at("dangling").c_str()) == 0);
  REQUIRE(::symlink(".", folder.at("here").c_str()) == 0);
  const Disk disk;
  CHECK(disk.exists(folder.at("file")));
  CHECK(disk.exists(folder.at("")));
  CHECK(disk.exists(folder.at("here")));
  CHECK_FALSE(disk.exists(folder.at("dangling")));
  CHECK_FALSE(disk.exists(folder.at("none")));
  CHECK_FALSE(disk.exists(folder.at("file\0x"s)));
  CHECK(disk.is_directory(folder.at("")));
  CHECK(disk.is_directory(folder.at("here")));
  CHECK_FALSE(disk.is_directory(folder.at("file")));
  CHECK_FALSE(disk.is_directory(folder.at("none")));
}

TEST_CASE("replace makes a new file with the mode that the umask leaves") {
  const Folder folder;
  const Umask mask(027);
  CHECK(replace_error(folder.at("new.json"), "{}\n\0"s) == "no error");
  CHECK(folder.text("new.json") == "{}\n\0"s);
  CHECK(mode_of(folder.at("new.json")) == 0640);
  CHECK(folder.names() == "new.json ");
}

TEST_CASE("replace keeps the mode of the old file and leaves nothing beside it") {
  const Folder folder;
  folder.put("out.json", "a much longer text than the new one");
  REQUIRE(::chmod(folder.at("out.json").c_str(), 0764) == 0);
  CHECK(replace_error(folder.at("out.json"), "short") == "no error");
  CHECK(folder.text("out.json") == "short");
  CHECK(mode_of(folder.at("out.json")) == 0764);
  CHECK(folder.names() == "out.json ");
}

TEST_CASE("replace of a file in the working directory") {
  const Folder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.at(""));
  const std::string error = replace_error("plain.json", "x");
  fs::current_path(before);
  CHECK(error == "no error");
  CHECK(folder.text("plain.json") == "x");
  CHECK(folder.names() == "plain.json ");
}

TEST_CASE("a reader that has the old file open keeps it") {
  const Folder folder;
  folder.put("out.json", "old");
  std::ifstream reader(folder.at("out.json"));
  CHECK(replace_error(folder.at("out.json"), "new") == "no error");
  CHECK(std::string(std::istreambuf_iterator<char>(reader), {}) == "old");
  CHECK(folder.text("out.json") == "new");
}

TEST_CASE("replace writes a large text whole") {
  const Folder folder;
  const std::string bytes(3'000'001, 'y');
  CHECK(replace_error(folder.at("large"), bytes) == "no error");
  CHECK(folder.text("large") == bytes);
}

TEST_CASE("replace follows links and leaves them in place") {
  const Folder folder;
  fs::create_directory(folder.at("real"));
  folder.put("real/out.json", "old");
  REQUIRE(::symlink("real/out.json", folder.at("link").c_str()) == 0);
  REQUIRE(::symlink(folder.at("link").c_str(), folder.at("link2").c_str()) == 0);
  REQUIRE(::symlink("real/fresh.json", folder.at("dangling").c_str()) == 0);
  CHECK(replace_error(folder.at("link2"), "new") == "no error");
  CHECK(replace_error(folder.at("dangling"), "fresh") == "no error");
  CHECK(folder.text("real/out.json") == "new");
  CHECK(folder.text("real/fresh.json") == "fresh");
  CHECK(fs::is_symlink(folder.at("link")));
  CHECK(fs::is_symlink(folder.at("link2")));
  CHECK(fs::is_symlink(folder.at("dangling")));
}

TEST_CASE("replace says what is wrong, and the old file is as it was") {
  const Folder folder;
  folder.put("file", "old");
  REQUIRE(::symlink("loop", folder.at("loop").c_str()) == 0);
  CHECK(replace_error(folder.at("none/x.json")) ==
        "cannot write `" + folder.at("none/x.json") + "`: no such file or directory");
  CHECK(replace_error(folder.at("file/x.json")) ==
        "cannot write `" + folder.at("file/x.json") + "`: not a directory");
  CHECK(replace_error(folder.at("")) == "cannot write `" + folder.at("") + "`: is a directory");
  CHECK(replace_error("") == "cannot write ``: no such file or directory");
  CHECK(replace_error(folder.at("loop")) ==
        "cannot write `" + folder.at("loop") + "`: too many levels of symbolic links");
  CHECK(replace_error(folder.at("file\0x"s)) ==
        "cannot write `" + folder.at("file") + "\\x00x`: invalid argument");
  CHECK(folder.text("file") == "old");
  CHECK(folder.names() == "file loop ");
}

TEST_CASE("a read-only file is not replaced, though its folder would allow it") {
  const Folder folder;
  folder.put("file", "old");
  REQUIRE(::chmod(folder.at("file").c_str(), 0444) == 0);
  REQUIRE(::chmod(folder.at("").c_str(), 0777) == 0);
  {
    const WithoutPower nobody;
    CHECK(replace_error(folder.at("file")) ==
          "cannot write `" + folder.at("file") + "`: permission denied");
    CHECK(replace_error(folder.at("new")) == "no error");
  }
  CHECK(folder.text("file") == "old");
  CHECK(folder.names() == "file new ");
}

TEST_CASE("in a read-only folder nothing is replaced") {
  const Folder folder;
  folder.put("file", "old");
  REQUIRE(::chmod(folder.at("file").c_str(), 0666) == 0);
  REQUIRE(::chmod(folder.at("").c_str(), 0555) == 0);
  {
    const WithoutPower nobody;
    CHECK(replace_error(folder.at("file")) ==
          "cannot write `" + folder.at("file") + "`: permission denied");
  }
  CHECK(folder.text("file") == "old");
  CHECK(folder.names() == "file ");
}

TEST_CASE("root leaves a file with its owner") {
  if (!am_root()) return;  // nobody else can make the situation
  const Folder folder;
  folder.put("file", "old");
  REQUIRE(::chown(folder.at("file").c_str(), kNobody, kNobody) == 0);
  REQUIRE(::chmod(folder.at("file").c_str(), 0640) == 0);
  CHECK(replace_error(folder.at("file")) == "no error");
  struct stat found = {};
  REQUIRE(::stat(folder.at("file").c_str(), &found) == 0);
  CHECK(found.st_uid == kNobody);
  CHECK(found.st_gid == kNobody);
  CHECK(mode_of(folder.at("file")) == 0640);
  CHECK(folder.text("file") == "new");
}

TEST_CASE("a full device is an error") {
  CHECK(replace_error("/dev/full") == "cannot write `/dev/full`: no space left on device");
  CHECK(fs::is_character_file("/dev/full"));
  const Folder folder;
  REQUIRE(::symlink("/dev/full", folder.at("link").c_str()) == 0);
  CHECK(replace_error(folder.at("link")) ==
        "cannot write `" + folder.at("link") + "`: no space left on device");
}

TEST_CASE("a file size limit is an error that leaves nothing behind") {
  const Folder folder;
  folder.put("out", "old");
  // A child, since the limit cannot be given back: it exits 0 when all is as it should be.
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {100, 100};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto result = Disk().replace(folder.at("out"), std::string(1000, 'x'));
    const std::string wanted = "cannot write `" + folder.at("out") + "`: file too large";
    ::_exit(!result && result.error().message == wanted ? 0 : 1);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  CHECK(folder.text("out") == "old");
  CHECK(folder.names() == "out ");
}

TEST_CASE("a pipe is written in place") {
  const Folder folder;
  const std::string pipe = folder.at("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  auto reader = std::async(std::launch::async, [pipe] { return Disk().read(pipe); });
  CHECK(replace_error(pipe, std::string(200'000, 'x')) == "no error");
  CHECK(reader.get().value().size() == 200'000);
  CHECK(fs::is_fifo(pipe));
  CHECK(folder.names() == "pipe ");
}

TEST_CASE("a descriptor's name means the descriptor, with its place in the file") {
  const Folder folder;
  folder.put("log", "before ");
  const int log = ::open(folder.at("log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  REQUIRE(log >= 0);
  CHECK(replace_error("/dev/fd/" + std::to_string(log), "one ") == "no error");
  CHECK(replace_error("/proc/self/fd/" + std::to_string(log), "two ") == "no error");
  REQUIRE(::write(log, "after", 5) == 5);
  ::close(log);
  CHECK(folder.text("log") == "before one two after");
  CHECK(replace_error("/dev/fd/" + std::to_string(log)) ==
        "cannot write `/dev/fd/" + std::to_string(log) + "`: bad file descriptor");
}

TEST_CASE("standard output may be a socket") {
  std::array<int, 2> ends{};
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
  const int saved = ::dup(STDOUT_FILENO);
  REQUIRE(::dup2(ends[0], STDOUT_FILENO) == STDOUT_FILENO);
  const std::string error = replace_error("/dev/stdout", "product");
  ::dup2(saved, STDOUT_FILENO);
  std::array<char, 32> got{};
  const ssize_t length = ::recv(ends[1], got.data(), got.size(), MSG_DONTWAIT);
  for (const int end : {saved, ends[0], ends[1]}) ::close(end);
  CHECK(error == "no error");
  CHECK(length == 7);
  CHECK(std::string(got.data()) == "product");
}
