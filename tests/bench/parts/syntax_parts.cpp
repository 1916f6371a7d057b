// Bytes to a tree, step by step.
#include "measure.h"
#include "syntax/events.h"
#include "syntax/parse.h"

namespace zoomc::bench {
namespace {

void encoding_gate(const SourceFile& file, const driver::Checked&) {
  benchmark::DoNotOptimize(syntax::check_encoding(file.text));
}

void library_events(const SourceFile& file, const driver::Checked&) {
  benchmark::DoNotOptimize(syntax::read_events(file.text, 0));
}

// Where it declines, that is what it takes to find out.
void quick_tree(const SourceFile& file, const driver::Checked&) {
  benchmark::DoNotOptimize(syntax::quick_parse(file.text, 0));
}

void thorough_tree(const SourceFile& file, const driver::Checked&) {
  Sink sink;
  benchmark::DoNotOptimize(syntax::thorough_parse(file.text, 0, sink));
}

void whole_parse(const SourceFile& file, const driver::Checked&) {
  Sink sink;
  benchmark::DoNotOptimize(syntax::parse(file, sink));
}

}  // namespace

void measure_syntax(const std::vector<Input>& inputs) {
  for (const Input& input : inputs) {
    measure("encoding_gate", input, encoding_gate);
    measure("library_events", input, library_events);
    measure("quick_tree", input, quick_tree);
    measure("thorough_tree", input, thorough_tree);
    measure("parse", input, whole_parse);
  }
}

}  // namespace zoomc::bench
