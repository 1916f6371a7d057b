#pragma once
#include <string>
#include <vector>

#include "lint/url_values.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

// A secret that is written in the file itself.
struct Secret {
  // The value that has it.
  Text value;
  // The secret itself, and its bytes in the file: with quotes if it is the whole value.
  std::string text;
  Span place;
  // The text to write instead of the value: a reference, or a URL without its user.
  std::string instead;
  // The secret is the password of a URL.
  bool in_url = false;
  // It is a word in a text that should be a mapping, so nothing can replace it.
  bool in_words = false;
};

// In the order of the tree: the values of fields that hold secrets, of headers that authorise,
// defaults of references, passwords in URLs, and text that looks like a key. A reference is not a
// secret. Under `credentials` also values with no name or a wrong one. For a manifest, which has no
// tree, also those in `urls`.
std::vector<Secret> find_secrets(const resolve::CompiledApp& cx, const std::vector<UrlValue>& urls);

// Adds those of a file with errors that are not in the tree: the file could not be read, or has a
// key twice.
void add_unread_secrets(const resolve::CompiledApp& cx, std::vector<Secret>& secrets);

// The places where the text of their file has them: their own places, at an anchor, in a comment,
// under another name.
std::vector<Span> places_of(const std::vector<Secret>& secrets, std::string_view text);

}  // namespace zoomc::lint
