#pragma once
#include <benchmark/benchmark.h>
#include <string>
#include <vector>

#include "inputs.h"

namespace zoomc::bench {

// Tells what a round over all files of `input` means in bytes and in microseconds a file.
inline void report_rates(benchmark::State& state, const Input& input) {
  using benchmark::Counter;
  const auto files =
      static_cast<double>(state.iterations()) * static_cast<double>(input.files.size());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(input.bytes()));
  state.counters["us_per_file"] = Counter(files / 1e6, Counter::kIsRate | Counter::kInvert);
}

// Registers `part/input`: `step` over every file. `input` must live until all is measured.
inline void measure(const std::string& part, const Input& input,
                    void (*step)(const SourceFile&, const driver::Checked&)) {
  const auto run = [&input, step](benchmark::State& state) {
    for (auto _ : state) {
      for (std::size_t i = 0; i < input.files.size(); ++i) step(input.files[i], input.checked[i]);
    }
    report_rates(state, input);
  };
  benchmark::RegisterBenchmark((part + "/" + input.name).c_str(), run);
}

void measure_syntax(const std::vector<Input>& inputs);
void measure_resolve(const std::vector<Input>& inputs);
void measure_rules(const std::vector<Input>& inputs);
void measure_output(const std::vector<Input>& inputs);
void measure_pipeline(const std::vector<Input>& inputs);

}  // namespace zoomc::bench
