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

// A dozen scopes, one of each kind the validator tells apart.
const Catalog& tiny_catalog();

Text text(std::string value);
std::vector<Text> texts(std::initializer_list<std::string> values);

// A resolved app that points at `app` and the tiny catalog: user-managed, EU redirect, no scopes.
ResolvedApp resolved(const App& app);
ResolvedScope scope(std::string_view name, bool optional = false);

// An app with a value for every key of the language that reaches the manifest, admin-managed.
App full_app();
ResolvedApp full_resolved(const App& app);
std::vector<Justification> full_sentences();

// YAML nodes. Spans are empty unless given.
Node word(std::string value, Span span = {});
Node quoted_text(std::string value, Span span = {});
Node list(std::vector<Node> items, Span span = {});
Node mapping(std::vector<std::pair<Node, Node>> members, Span span = {});

// "5-9 error[some-id] message (rejects)", one line a finding, in the sink's order.
std::string describe(Sink& sink);

}  // namespace zoomc::testing
