#pragma once
#include "json/value.h"
#include "lsp/text_document.h"

namespace zoomc::lsp {

// The abilities of the client that matter here.
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

// The answer to `initialize`.
json::Value server_capabilities(const Client& client, std::string_view version,
                                json::Allocator& allocator);

// The parameters of `client/registerCapability`: a notification when settings change on disk.
json::Value watch_registration(json::Allocator& allocator);

}  // namespace zoomc::lsp
