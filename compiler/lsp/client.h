#pragma once
#include "json/value.h"
#include "lsp/text_document.h"

namespace zoomc::lsp {

// What the client said it can do, as far as it matters here.
struct Client {
  Encoding encoding = Encoding::utf16;
  bool markdown = true;
  bool related_information = false;
  // Edits that name the version of the document that they are for.
  bool versioned_edits = false;
  bool nested_symbols = false;
  // It can be asked to tell when files change.
  bool watches_files = false;
};

// `params` are those of `initialize`; what is absent or of another type is not supported.
Client read_client(const json::Value& params);

// What `initialize` answers.
json::Value server_capabilities(const Client& client, std::string_view version,
                                json::Allocator& allocator);

// What `client/registerCapability` asks for: to be told when settings change on the disk.
json::Value watch_registration(json::Allocator& allocator);

}  // namespace zoomc::lsp
