// What reading a file costs, step by step, on the language's sample and on the examples.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/repository_texts.h"
#include "syntax/encoding.h"
#include "syntax/events.h"
#include "syntax/parse.h"
#include "syntax/quick_parse.h"
#include "syntax/thorough_parse.h"

namespace zoomc {
namespace {

void encoding_gate(const SourceFile& file) {
  benchmark::DoNotOptimize(syntax::check_encoding(file.text));
}

void library_events(const SourceFile& file) {
  benchmark::DoNotOptimize(syntax::read_events(file.text, 0));
}

void thorough_way(const SourceFile& file) {
  Sink sink;
  benchmark::DoNotOptimize(syntax::thorough_parse(file.text, 0, sink));
}

void quick_way(const SourceFile& file) {
  const auto document = syntax::quick_parse(file.text, 0);
  if (!document) throw std::runtime_error(file.path + " is not read the quick way");
  benchmark::DoNotOptimize(document);
}

void whole_parse(const SourceFile& file) {
  Sink sink;
  benchmark::DoNotOptimize(parse(file, sink));
}

struct Step {
  const char* name;
  void (*run)(const SourceFile& file);
};
constexpr Step kSteps[] = {{"encoding_gate", encoding_gate},
                           {"library_events", library_events},
                           {"thorough_way", thorough_way},
                           {"quick_way", quick_way},
                           {"whole_parse", whole_parse}};

std::vector<SourceFile> files() {
  std::vector<SourceFile> out;
  for (const RepositoryText& one : repository_texts()) {
    const std::filesystem::path path = one.origin;
    // The sample is the first of the files in its transcript.
    const std::string name = path.filename();
    const bool taken = !out.empty() && out.back().path == name;
    const bool is_example = path.parent_path().filename() == "examples";
    if (is_example || (name == "sample.test" && !taken)) out.push_back({name, one.text});
  }
  return out;
}

void register_all() {
  for (const SourceFile& file : files()) {
    for (const Step& step : kSteps) {
      const auto measure = [file, step](benchmark::State& state) {
        for (auto _ : state) step.run(file);
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.text.size()));
      };
      benchmark::RegisterBenchmark((file.path + "/" + step.name).c_str(), measure);
    }
  }
}

}  // namespace
}  // namespace zoomc

int main(int argc, char** argv) {
  zoomc::register_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
