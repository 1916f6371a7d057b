#pragma once
#include <string>
#include <string_view>

// Sentences for Zoom's reviewers, who read all of them in one line.
namespace zoomc {

// One line, one sentence: white space folded, a full stop at the end. Empty when `text` is blank.
std::string as_sentence(std::string_view text);

// A title as the beginning of a sentence: with a capital letter and without a full stop. Some of
// Zoom's titles lack the one or have the other.
std::string as_phrase(std::string_view title);

// "List meetings" and "CRM logging" make "List meetings for CRM logging."; a purpose that brings
// its own "for" or "to" keeps it. Without a purpose the phrase alone.
std::string join_purpose(std::string_view phrase, std::string_view purpose);

}  // namespace zoomc
