#include "diagnostics/sink.h"

#include "support/catch.h"

using namespace zoomc;

namespace {

Diagnostic made(std::string_view id, Severity severity, Span place, std::string message) {
  return {.id = id, .severity = severity, .primary = place, .message = std::move(message)};
}

// What is left after `take`, one line a finding.
std::string taken(Sink& sink) {
  std::string out;
  for (const Diagnostic& finding : sink.take()) {
    out += std::to_string(finding.primary.begin) + "-" + std::to_string(finding.primary.end) + " " +
           std::string(to_string(finding.severity)) + "[" + std::string(finding.id) + "] " +
           finding.message + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("an empty sink has nothing") {
  Sink sink;
  CHECK(sink.empty());
  CHECK_FALSE(sink.has_errors());
  CHECK(taken(sink).empty());
}

TEST_CASE("findings come by place, then worst first, then id, then message") {
  Sink sink;
  sink.add(made("b", Severity::error, {4, 9}, "later"));
  sink.add(made("b", Severity::note, {4, 6}, "aside"));
  sink.add(made("a", Severity::warning, {4, 6}, "two"));
  sink.add(made("a", Severity::warning, {4, 6}, "one"));
  sink.add(made("z", Severity::error, {4, 6}, "worst"));
  sink.add(made("c", Severity::note, {0, 20}, "first"));
  sink.add(made("A", Severity::warning, {4, 6}, "capitals before small letters"));
  CHECK(taken(sink) ==
        "0-20 note[c] first\n"
        "4-6 error[z] worst\n"
        "4-6 warning[A] capitals before small letters\n"
        "4-6 warning[a] one\n"
        "4-6 warning[a] two\n"
        "4-6 note[b] aside\n"
        "4-9 error[b] later\n");
}

TEST_CASE("the order does not depend on who came first") {
  Sink forward;
  Sink backward;
  const std::vector<Diagnostic> findings = {
      made("a", Severity::note, {1, 2}, "x"), made("a", Severity::note, {1, 2}, "y"),
      made("b", Severity::error, {1, 2}, "x"), made("b", Severity::error, {0, 2}, "x")};
  for (const Diagnostic& finding : findings) forward.add(finding);
  for (auto it = findings.rbegin(); it != findings.rend(); ++it) backward.add(*it);
  CHECK(taken(forward) == taken(backward));
}

TEST_CASE("exact duplicates are dropped") {
  Sink sink;
  sink.add(made("a", Severity::error, {1, 2}, "same"));
  sink.add(made("b", Severity::error, {1, 2}, "same"));
  sink.add(made("a", Severity::error, {1, 3}, "same"));
  sink.add(made("a", Severity::error, {1, 2}, "other"));
  sink.add(made("a", Severity::error, {1, 2}, "same"));
  CHECK(taken(sink) ==
        "1-2 error[a] other\n"
        "1-2 error[a] same\n"
        "1-2 error[b] same\n"
        "1-3 error[a] same\n");
}

TEST_CASE("of duplicates the worst stays, and of equals the first") {
  Sink sink;
  sink.add(made("a", Severity::note, {1, 2}, "same"));
  sink.add(made("b", Severity::warning, {1, 2}, "between"));
  Diagnostic first = made("a", Severity::error, {1, 2}, "same");
  first.hints = {"first"};
  Diagnostic second = first;
  second.hints = {"second"};
  sink.add(first);
  sink.add(second);
  const std::vector<Diagnostic> left = sink.take();
  REQUIRE(left.size() == 2);
  CHECK(left[0].severity == Severity::error);
  CHECK(left[0].hints == std::vector<std::string>{"first"});
  CHECK(left[1].id == "b");
}

TEST_CASE("has_errors looks at errors only, and take leaves the sink empty") {
  Sink sink;
  sink.add(made("a", Severity::warning, {1, 2}, "x"));
  sink.add(made("b", Severity::note, {1, 2}, "x"));
  CHECK_FALSE(sink.has_errors());
  sink.add(made("c", Severity::error, {1, 2}, "x"));
  sink.add(made("d", Severity::note, {1, 2}, "x"));
  CHECK(sink.has_errors());
  CHECK_FALSE(sink.empty());
  CHECK(sink.take().size() == 4);
  CHECK(sink.empty());
  CHECK_FALSE(sink.has_errors());
  CHECK(sink.take().empty());
}
