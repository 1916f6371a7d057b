#pragma once
#include <span>

#include "review/authority_use.h"
#include "review/checklist.h"
#include "review/file_place.h"
#include "review/html.h"
#include "review/packet.h"

// The parts of the report, each a section of the page.
namespace zoomc::report {

// What the parts look at.
struct View {
  const CompiledApp& cx;
  std::span<const Diagnostic> findings;
  Packet packet;
  AuthorityUse authority;
  Checklist checklist;
  FilePlaces places;

  std::size_t count(Severity severity) const;
};

HtmlWriter overview(const View& view);
HtmlWriter matrix(const View& view);
HtmlWriter authority(const View& view);
HtmlWriter test_plan(const View& view);
HtmlWriter findings(const View& view);
HtmlWriter checklist(const View& view);

// The line of the file, small; nothing for an empty span.
HtmlWriter place(const View& view, Span span);

// A scope's name that leads to its entry in the test plan.
HtmlWriter scope_link(const View& view, std::size_t scope);

}  // namespace zoomc::report
