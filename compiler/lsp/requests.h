#pragma once
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "lsp/client.h"
#include "lsp/hover.h"
#include "lsp/message.h"
#include "lsp/open_document.h"

namespace zoomc::lsp {

// What the answers are made from.
struct Knowhow {
  const Catalog& catalog;
  std::span<const Rule> rules;
  const Language& app;
  const Language& settings;
  const Client& client;
};

// What is wrong with a request's `params`.
struct BadParams {
  std::string message;
};
using Answer = tl::expected<json::Value, BadParams>;

// A request on a document. `analysed`: it needs an analysis of the text as it is.
struct DocumentRequest {
  std::string_view method;
  bool analysed;
  Answer (*answer)(const Knowhow&, const OpenDocument&, const json::Value& params,
                   json::Allocator&);
};

// Null when the method is no such request.
const DocumentRequest* find_document_request(std::string_view method);

// The answer where nothing is known of the document.
json::Value no_answer();

// `completionItem/resolve`: the item with what there is to say about it.
Answer resolve_candidate(const Knowhow& knowhow, const json::Value& item,
                         json::Allocator& allocator);

}  // namespace zoomc::lsp
