#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/sink.h"
#include "resolve/justification.h"
#include "resolve/resolved_app.h"
#include "syntax/tree.h"

// Values of the libraries before `manifest`, built by hand.
namespace zoomc::testing {
using namespace manifest;

// A dozen scopes, one of each kind the validator tells apart.
const catalog::Catalog& tiny_catalog();

Text text(std::string value);
std::vector<Text> texts(std::initializer_list<std::string> values);

// A resolved app that points at `app` and the tiny catalog: user-managed, EU redirect, no scopes.
resolve::ResolvedApp resolved(const model::App& app);
resolve::ResolvedScope scope(std::string_view name, bool optional = false);

// An app with a value for every key of the language that reaches the manifest, admin-managed.
model::App full_app();
resolve::ResolvedApp full_resolved(const model::App& app);
std::vector<resolve::Justification> full_sentences();

// YAML nodes. Spans are empty unless given.
syntax::Node word(std::string value, Span span = {});
syntax::Node quoted_text(std::string value, Span span = {});
syntax::Node list(std::vector<syntax::Node> items, Span span = {});
syntax::Node mapping(std::vector<std::pair<syntax::Node, syntax::Node>> members, Span span = {});

// "5-9 error[some-id] message (rejects)", one line a finding, in the sink's order.
std::string describe(Sink& sink);

}  // namespace zoomc::testing
