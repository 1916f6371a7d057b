#include "diagnostics/diagnostic.h"

#include "diagnostics/code.h"
#include "support/catch.h"

using namespace zoomc;

TEST_CASE("every severity has its word") {
  CHECK(to_string(Severity::note) == "note");
  CHECK(to_string(Severity::warning) == "warning");
  CHECK(to_string(Severity::error) == "error");
}

TEST_CASE("every verdict has its word") {
  CHECK(to_string(ZoomVerdict::unknown) == "unknown");
  CHECK(to_string(ZoomVerdict::accepts) == "accepts");
  CHECK(to_string(ZoomVerdict::rejects) == "rejects");
  CHECK(to_string(ZoomVerdict::can_reject) == "can-reject");
  CHECK(to_string(ZoomVerdict::drops) == "drops");
  CHECK(to_string(ZoomVerdict::review) == "review");
  CHECK(to_string(ZoomVerdict::runtime) == "runtime");
}

TEST_CASE("a fix is safe or unsafe") {
  CHECK(to_string(FixSafety::safe) == "safe");
  CHECK(to_string(FixSafety::unsafe) == "unsafe");
}

TEST_CASE("a finding takes the id and severity of its code") {
  constexpr Code code{.id = "odd", .severity = Severity::warning, .summary = "an odd thing"};
  const Diagnostic made = finding(code, {3, 5}, "it is odd");
  CHECK(made.id == "odd");
  CHECK(made.severity == Severity::warning);
  CHECK(made.primary == Span{3, 5});
  CHECK(made.message == "it is odd");
  CHECK(made.primary_label.empty());
  CHECK(made.labels.empty());
  CHECK(made.fixes.empty());
  CHECK(made.zoom.verdict == ZoomVerdict::unknown);
}
