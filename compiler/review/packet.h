#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "resolve/resolved_app.h"
#include "review/guide_note.h"
#include "review/scope_reason.h"
#include "review/test_step.h"
#include "source/source_file.h"

namespace zoomc {

// What Zoom's reviewers ask of one scope.
struct PacketScope {
  const ResolvedScope* scope = nullptr;
  ScopeReason reason;
  // The features, operations, events and extra scopes behind it, in the order of the file.
  std::vector<std::uint32_t> subjects;
  // What it is used for, ascending.
  std::vector<OperationId> operations;
  std::vector<EventId> events;
  std::vector<ReviewStep> steps;
  std::vector<GuideNote> guide;
};

// What an app gives to Zoom's reviewers, whatever the format. Points into `resolved`.
struct Packet {
  const ResolvedApp* resolved = nullptr;
  // In the order of the manifest.
  std::vector<PacketScope> scopes;
};

Packet make_packet(const ResolvedApp& resolved);

// How people name a subject: "sign-in", else its key, with the composite that it was asked for
// with.
std::string asked_as(const Subject& subject);

// The packet in each of its formats. Text is for the author: it has the lines of `file` and says
// what was generated. Markdown is for reviewers, csv for their spreadsheets (RFC 4180, no cell can
// be taken for a formula), JSON for programs.
std::string packet_text(const Packet& packet, const SourceFile& file);
std::string packet_markdown(const Packet& packet);
std::string packet_csv(const Packet& packet);
std::string packet_json(const Packet& packet, const SourceFile& file);

}  // namespace zoomc
