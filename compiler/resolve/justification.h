#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/resolved_app.h"

namespace zoomc::resolve {

// The reviewer's sentence for a request.
struct Justification {
  std::uint32_t request = 0;
  std::string text;
  bool written = false;  // by the author, not generated
};

// The sentences for reviewers of all requests in order (DESIGN part 4): the author's text under the
// most specific key, else one made of the catalog's phrase and `app.purpose`. A composite has one
// sentence for the members that have no text of their own.
[[nodiscard]] std::vector<Justification> justify(const ResolvedApp& resolved);

// Sentences for Zoom's reviewers, who read all of them in one line.

// One line, one sentence: white space folded, a full stop at the end. Empty if `text` is blank.
std::string as_sentence(std::string_view text);

// A title as the beginning of a sentence: with a capital letter and without a full stop. Zoom's
// titles are not all like that.
std::string as_phrase(std::string_view title);

// "List meetings" and "CRM logging" make "List meetings for CRM logging."; a purpose with its own
// "for" or "to" keeps it. Without a purpose the phrase alone.
[[nodiscard]] std::string join_purpose(std::string_view phrase, std::string_view purpose);

}  // namespace zoomc::resolve
