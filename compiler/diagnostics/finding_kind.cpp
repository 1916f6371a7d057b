#include "diagnostics/finding_kind.h"

namespace zoomc {

std::string_view to_string(Phase phase) {
  switch (phase) {
    case Phase::lint: return "lint";
    case Phase::syntax: return "syntax";
    case Phase::model: return "model";
    case Phase::resolve: return "resolve";
    case Phase::manifest: return "manifest";
    case Phase::audit: return "audit";
    case Phase::author: return "author";
    case Phase::infer: return "infer";
    case Phase::config: return "config";
    case Phase::catalog: return "catalog";
    case Phase::catalog_update: return "catalog update";
    case Phase::run: return "run";
  }
  return {};
}

std::string_view to_string(FixPromise fix) {
  switch (fix) {
    case FixPromise::never: return "never";
    case FixPromise::sometimes: return "sometimes";
    case FixPromise::always: return "always";
  }
  return {};
}

std::string_view to_string(Source source) {
  switch (source) {
    case Source::guide: return "guide";
    case Source::zoom: return "zoom";
    case Source::review: return "review";
    case Source::own: return "own";
  }
  return {};
}

std::vector<std::string_view> words_of(Sources sources) {
  std::vector<std::string_view> words;
  for (const Source one : {Source::guide, Source::zoom, Source::review, Source::own}) {
    if (sources.has(one)) words.push_back(to_string(one));
  }
  return words;
}

std::vector<std::string_view> words_of(AppliesTo what) {
  std::vector<std::string_view> words;
  if (applies_to(what, AppliesTo::app)) words.push_back("app");
  if (applies_to(what, AppliesTo::manifest)) words.push_back("manifest");
  return words;
}

}  // namespace zoomc
