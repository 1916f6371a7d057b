#pragma once
#include <string>
#include <vector>

#include "lint/url_values.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

// A secret that stands in the file itself.
struct Secret {
  // The value that has it.
  Text value;
  // The secret itself, and the bytes of the file that are it: with its quotes where it is the whole
  // value.
  std::string text;
  Span place;
  // What to write in place of the value: a reference, or a URL without its user.
  std::string instead;
  // The secret is the password of a URL.
  bool in_url = false;
  // It is a word in a text that should be a mapping, where nothing can be put in its place.
  bool in_words = false;
};

// In the order of the tree: what stands under the names of fields that hold secrets, in a header
// that authorises, as the default of a reference, as a password in a URL, and what is a key by all
// its looks. A reference is none. Under `credentials` also what has no or a wrong name.
// Of a manifest, which has no tree, also what is in `urls`.
std::vector<Secret> find_secrets(const resolve::CompiledApp& cx, const std::vector<UrlValue>& urls);

// Adds those of a file with mistakes that are in no tree: the file could not be read, or has a key
// twice.
void add_unread_secrets(const resolve::CompiledApp& cx, std::vector<Secret>& secrets);

// Where the text of their file has them: in their own places, at an anchor, in a comment, under
// another name.
std::vector<Span> places_of(const std::vector<Secret>& secrets, std::string_view text);

}  // namespace zoomc::lint
