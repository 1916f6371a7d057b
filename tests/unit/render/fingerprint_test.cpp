#include <set>

#include "render/report_names.h"
#include "report_sample.h"

using namespace report_sample;

namespace {

std::string fingerprint(const SourceFile& file, const Diagnostic& finding) {
  return Fingerprints(file).next(finding);
}

const SourceFile kBefore{"a.yaml", "a: 1\nscope: x\n"};

Diagnostic found_in(const SourceFile& file, std::string message = "m") {
  return made("odd", Severity::error, of(file.text, "scope: x\n"), std::move(message));
}

}  // namespace

TEST_CASE("a fingerprint is the same for ever") {
  CHECK(fingerprint(kBefore, found_in(kBefore)) == "7a0c2a35634af5e0");
}

TEST_CASE("a fingerprint outlives edits elsewhere, other words and another checkout") {
  const std::string before = fingerprint(kBefore, found_in(kBefore));
  const SourceFile moved{"a.yaml", "# more\n\na: 1\nb: {scope: x\n}"};
  CHECK(fingerprint(moved, found_in(moved)) == before);
  CHECK(fingerprint(kBefore, found_in(kBefore, "said otherwise")) == before);
  const SourceFile crlf{"./a.yaml", "a: 1\r\nscope: x\r\n"};
  CHECK(fingerprint(crlf, made("odd", Severity::note, of(crlf.text, "scope: x\r\n"), "m")) ==
        before);
}

TEST_CASE("a fingerprint differs by rule, policy, file, text and order") {
  Diagnostic other_rule = found_in(kBefore);
  other_rule.id = "even";
  Diagnostic other_policy = found_in(kBefore);
  other_policy.policy = "p";
  Diagnostic other_text = found_in(kBefore);
  other_text.primary.end -= 1;
  const SourceFile other_file{"b.yaml", kBefore.text};
  std::set<std::string> seen{fingerprint(kBefore, found_in(kBefore)),
                             fingerprint(kBefore, other_rule), fingerprint(kBefore, other_policy),
                             fingerprint(kBefore, other_text),
                             fingerprint(other_file, found_in(other_file))};
  Fingerprints twice(kBefore);
  seen.insert(twice.next(found_in(kBefore)));
  seen.insert(twice.next(found_in(kBefore)));
  seen.insert(twice.next(found_in(kBefore)));
  CHECK(seen.size() == 7);
}

TEST_CASE("only the begin of a long place counts") {
  const SourceFile one{"a", std::string(256, 'x') + "1"};
  const SourceFile two{"a", std::string(256, 'x') + "2"};
  const SourceFile three{"a", std::string(255, 'x') + "yz"};
  const Diagnostic all = made("odd", Severity::error, {0, 257}, "m");
  CHECK(fingerprint(one, all) == fingerprint(two, all));
  CHECK(fingerprint(one, all) != fingerprint(three, all));
}
