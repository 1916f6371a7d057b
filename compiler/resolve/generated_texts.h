#pragma once
#include <map>
#include <string>

#include "resolve/resolved_app.h"

namespace zoomc {

// What a reviewer reads of a subject about which nobody wrote: the catalog's phrase and
// `app.purpose`.
class GeneratedTexts {
 public:
  // `resolved` must outlive it.
  explicit GeneratedTexts(const ResolvedApp& resolved);

  // "List meetings"; for an operation Zoom's title of it, which says which it is where the app has
  // several of that title.
  std::string phrase_of(const Subject& subject) const;
  // "List meetings for CRM logging."
  std::string with_purpose(const std::string& phrase) const;

 private:
  std::string title_of(const Subject& operation) const;

  const ResolvedApp& resolved_;
  // How many operations of the app have a title.
  std::map<std::string, int> titles_;
};

}  // namespace zoomc
