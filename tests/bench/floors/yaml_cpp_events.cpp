// The floor under programs that read YAML with yaml-cpp: its events, each thrown away.
#include <cstdio>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include "app_files.h"

namespace {

class Counter : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { ++count; }
  void OnDocumentEnd() override { ++count; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++count; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++count; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {
    ++count;
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    ++count;
  }
  void OnSequenceEnd() override { ++count; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    ++count;
  }
  void OnMapEnd() override { ++count; }

  unsigned long count = 0;
};

}  // namespace

int main(int argc, char** argv) {
  Counter counter;
  for (int i = 1; i < argc; ++i) {
    zoomc::bench::for_each_app_file(argv[i], [&counter](const std::string& text) {
      std::istringstream in(text);
      YAML::Parser parser(in);
      while (parser.HandleNextDocument(counter)) {
      }
    });
  }
  std::printf("%lu\n", counter.count);
}
