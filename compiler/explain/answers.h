#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "explain/answer.h"
#include "explain/topics.h"

// Answers about a row of the catalog.
namespace zoomc::explain {

Answer answer_scope(const catalog::Catalog& catalog, catalog::ScopeId scope);
// A name that the guide has and Zoom's lists do not.
Answer answer_guide_name(const catalog::Catalog& catalog, std::string_view scope);
Answer answer_feature(const catalog::Catalog& catalog, catalog::FeatureId feature);
Answer answer_composite(const catalog::Catalog& catalog, const catalog::Composite& composite);
// The features whose names begin with this word and a dot.
Answer answer_feature_group(const catalog::Catalog& catalog, std::string_view group);
Answer answer_operation(const catalog::Catalog& catalog, catalog::OperationId operation);
Answer answer_event(const catalog::Catalog& catalog, catalog::EventId event);
Answer answer_platform(const catalog::Catalog& catalog, const catalog::Platform& platform);
Answer answer_region(const catalog::Platform& platform, const catalog::Region& region);
// `pasted`: the topic is the text itself, so the answer need not repeat it.
Answer answer_error(const catalog::Catalog& catalog, const ErrorMatch& match, bool pasted);
Answer answer_symptom(const catalog::Catalog& catalog, const catalog::Symptom& symptom);

// Rows with the alternatives of a call or event, by model and level; `nothing` if a model knows
// none.
void add_alternatives(Answer& answer, const catalog::Catalog& catalog,
                      std::span<const catalog::ScopeId> granular,
                      std::span<const catalog::ScopeId> classic);
// Rows with the scopes that each call of a feature needs, by model and level.
void add_feature_scopes(Answer& answer, const catalog::Catalog& catalog,
                        const catalog::Feature& feature);
// A row with the guide's names for a feature, and what they do not allow.
void add_guide_row(Answer& answer, const catalog::Feature& feature);
// The line with which a .zoom.yaml asks for a feature: "add:  features: {phone: [recordings]}".
std::string add_note(const catalog::Catalog& catalog, catalog::FeatureId feature);

// Lines of the file that add a thing of the catalog.

// "features: {phone: [recordings]}", for a feature or a composite; empty for a name that is not
// `group.action` and so cannot be declared.
std::string feature_line(std::string_view name);
// "operations: ["GET /phone/recordings"]", quoted, since braces are YAML's.
std::string operation_line(const catalog::Operation& operation);
// "events: [{name: …, types: [recording.completed], url: https://…}]".
std::string event_line(std::string_view event);
// "extra_scopes: [meeting:read:summary]".
std::string extra_scope_line(std::string_view scope);
// "managed_by: admin".
std::string level_line(catalog::Level level);

// By a feature that it serves: "add:  features: {meetings: [read]}  and  managed_by: admin".
std::string feature_note(const catalog::Catalog& catalog, catalog::ScopeId scope,
                         catalog::FeatureId feature);

// By the calls that it allows, or by its name: "add:  operations: [...]  and  managed_by: user".
// Empty for a scope that apps cannot have.
std::string own_note(const catalog::Catalog& catalog, catalog::ScopeId scope);

// The reason why apps cannot have scopes of that level; empty for the levels that they can have.
std::string_view never_given(catalog::Level level);

}  // namespace zoomc::explain
