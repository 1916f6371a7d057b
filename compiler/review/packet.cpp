#include "review/packet.h"

#include <algorithm>
#include <set>

#include "text/quote.h"

namespace zoomc {
namespace {

PacketScope make_scope(const ResolvedApp& resolved, const ResolvedScope& scope,
                       const std::vector<ScopeUse>& uses, const TestPlan& plan) {
  PacketScope made{.scope = &scope};
  std::set<std::uint32_t> subjects;
  std::set<OperationId> operations;
  std::set<EventId> events;
  for (const ScopeUse& use : uses) {
    subjects.insert(use.subject);
    if (use.operation) operations.insert(*use.operation);
    if (use.event) events.insert(*use.event);
  }
  made.subjects.assign(subjects.begin(), subjects.end());
  made.operations.assign(operations.begin(), operations.end());
  made.events.assign(events.begin(), events.end());
  made.steps = plan.steps_of(scope, uses);
  made.guide = guide_notes(resolved, scope);
  return made;
}

}  // namespace

Packet make_packet(const ResolvedApp& resolved) {
  Packet packet{.resolved = &resolved};
  const TestPlan plan(resolved);
  const auto uses = uses_of_scopes(resolved);
  std::vector<ScopeReason> reasons = scope_reasons(resolved, uses);
  for (std::size_t i = 0; i < resolved.scopes.size(); ++i) {
    packet.scopes.push_back(make_scope(resolved, resolved.scopes[i], uses[i], plan));
    packet.scopes.back().reason = std::move(reasons[i]);
  }
  return packet;
}

std::string asked_as(const Subject& subject) {
  if (subject.kind == SubjectKind::sign_in) return "sign-in";
  if (subject.composite.empty()) return subject.key;
  return subject.key + " (in " + std::string(subject.composite) + ")";
}

}  // namespace zoomc
