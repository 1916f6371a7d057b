#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

#include "lsp/analysis.h"
#include "lsp/protocol.h"
#include "lsp/server.h"
#include "source/descriptor.h"

namespace zoomc::lsp {
namespace {

using Clock = std::chrono::steady_clock;

// A pipe to oneself, by which another thread ends a wait in poll(2).
class Wakeup {
 public:
  Wakeup() {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return;
    read_end_ = Descriptor(ends[0]);
    write_end_ = Descriptor(ends[1]);
  }

  bool is_open() const { return read_end_.is_open(); }
  int descriptor() const { return read_end_.get(); }
  // A full pipe wakes as well as one more byte would.
  void wake() const { [[maybe_unused]] const ssize_t count = ::write(write_end_.get(), "!", 1); }
  void clear() const {
    std::array<char, 64> bytes{};
    while (::read(read_end_.get(), bytes.data(), bytes.size()) > 0) continue;
  }

 private:
  Descriptor read_end_{-1};
  Descriptor write_end_{-1};
};

int timeout_until(std::optional<Time> time) {
  if (!time) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*time - Clock::now()).count();
  constexpr std::int64_t kLongest = 60'000;
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, kLongest));
}

class Connection {
 public:
  Connection(const ServerOptions& options, const FileSystem& files, int input,
             const std::function<bool(std::string_view)>& write)
      : log_(options.log),
        server_(options, files),
        worker_(*options.catalog, options.rules, [this] { wakeup_.wake(); }),
        input_(input),
        write_(write) {}

  int run() {
    if (!wakeup_.is_open()) return 1;
    while (!server_.is_over() && is_connected_) {
      wait();
      for (AnalysisResult& result : worker_.take_results()) server_.finish(std::move(result));
      server_.tick(Clock::now());
      for (AnalysisJob& job : server_.take_jobs()) worker_.submit(std::move(job));
      send();
    }
    return server_.exit_code();
  }

 private:
  // Until there is something to do.
  void wait() {
    std::array<pollfd, 2> ends{{{input_, POLLIN, 0}, {wakeup_.descriptor(), POLLIN, 0}}};
    const int ready = ::poll(ends.data(), ends.size(), timeout_until(server_.next_tick()));
    if (ready < 0 && errno != EINTR) is_connected_ = false;
    if (ready <= 0) return;
    if (ends[1].revents != 0) wakeup_.clear();
    if (ends[0].revents != 0) receive();
  }

  void receive() {
    const ssize_t count = ::read(input_, buffer_.data(), buffer_.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) {
      log("the client has disconnected");
      is_connected_ = false;
      return;
    }
    reader_.feed({buffer_.data(), static_cast<std::size_t>(count)});
    std::vector<std::string> bodies;
    while (auto body = reader_.next()) bodies.push_back(*std::move(body));
    log_all(bodies);
    if (!bodies.empty()) server_.receive(bodies, Clock::now());
    if (reader_.fault().empty()) return;
    // The start of the next message is no longer known.
    log(reader_.fault());
    is_connected_ = false;
    (void)write_(frame(error_message("null", ErrorCode::parse_error, reader_.fault())));
  }

  void send() {
    for (const std::string& message : server_.take_messages()) {
      if (!is_connected_) return;
      log_message("sent", message);
      is_connected_ = write_(frame(message));
    }
  }

  void log(std::string_view line) const {
    if (log_) log_(line);
  }
  void log_all(const std::vector<std::string>& bodies) const {
    for (const std::string& body : bodies) log_message("received", body);
  }
  void log_message(std::string_view what, std::string_view body) const {
    if (!log_) return;
    const IncomingMessage message = read_message(body);
    std::string line = std::string(what) + " " + std::to_string(body.size()) + " bytes";
    if (!message.method.empty()) line += ", " + message.method;
    if (message.id != "null") line += ", id " + message.id;
    log_(line);
  }

  const std::function<void(std::string_view)> log_;
  Wakeup wakeup_;
  Server server_;
  Worker worker_;
  int input_;
  const std::function<bool(std::string_view)>& write_;
  FrameReader reader_;
  std::array<char, 65536> buffer_{};
  bool is_connected_ = true;
};

}  // namespace

int serve(const ServerOptions& options, const FileSystem& files, int input,
          const std::function<bool(std::string_view)>& write) {
  return Connection(options, files, input, write).run();
}

}  // namespace zoomc::lsp
