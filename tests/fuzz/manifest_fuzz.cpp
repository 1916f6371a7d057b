// Any bytes as a manifest: reading, the validator and `check` do not crash, every span lies inside
// the file, every report takes the findings, and what can be read is the same once it is written
// anew.
#include <string>

#include "audit/audit.h"
#include "catalog/builtin.h"
#include "held_findings.h"
#include "hold.h"
#include "manifest/compare.h"
#include "manifest/read_manifest.h"
#include "manifest/validate.h"
#include "rules/registry.h"
#include "support/inside.h"

namespace zoomc::fuzz {
namespace {

void hold_validation(const SourceFile& file, const manifest::ReadManifest& read) {
  const auto findings = manifest::validate_manifest(*read.manifest, catalog::builtin_catalog());
  for (const manifest::ManifestFinding& found : findings) {
    if (!lies_in(read.place_of(found.order), whole(file.text))) fail("outside: " + found.message);
  }
  hold_json(manifest::zoom_reply(findings));
}

void hold_rewriting(const manifest::ReadManifest& read) {
  const SourceFile written{"written.json", json::to_pretty_text(*read.document)};
  Sink sink;
  const auto again = manifest::read_manifest(written, sink);
  hold(again && sink.take().empty(), "what was written can be read");
  hold(*again->document == *read.document, "what was written is the same manifest");
  hold(json::to_pretty_text(*again->document) == written.text, "writing is canonical");
  hold(manifest::compare_manifests(*read.manifest, *again->manifest).empty(),
       "it compares as the same");
  const auto before = manifest::validate_manifest(*read.manifest, catalog::builtin_catalog());
  const auto after = manifest::validate_manifest(*again->manifest, catalog::builtin_catalog());
  hold(manifest::zoom_reply(before) == manifest::zoom_reply(after), "Zoom answers the same");
}

}  // namespace
}  // namespace zoomc::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zoomc;
  const SourceFile file{"app.json", fuzz::text_of(data, size)};
  const audit::Audit audit =
      audit::audit_manifest(file, catalog::builtin_catalog(), rules::all_rules());
  fuzz::hold_spans(file, audit.findings);
  fuzz::hold_reports(file, audit.findings);
  Sink sink;
  const auto read = manifest::read_manifest(file, sink);
  const bool is_sound = !sink.has_errors();
  fuzz::hold_spans(file, sink.take());
  if (!read) return 0;
  fuzz::hold_validation(file, *read);
  if (is_sound) fuzz::hold_rewriting(*read);
  return 0;
}
