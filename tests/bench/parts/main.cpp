// What the parts of zoomc cost, one by one. Times are for people to look at; no test depends on
// them.
#include "measure.h"

int main(int argc, char** argv) {
  const std::vector<zoomc::bench::Input> inputs = zoomc::bench::inputs();
  zoomc::bench::measure_syntax(inputs);
  zoomc::bench::measure_resolve(inputs);
  zoomc::bench::measure_rules(inputs);
  zoomc::bench::measure_output(inputs);
  zoomc::bench::measure_pipeline(inputs);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
