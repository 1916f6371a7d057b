#include "resolve/resolve.h"

#include "diagnostics/codes.h"
#include "edit/scalar.h"
#include "resolve/steps.h"

namespace zoomc::resolve {
namespace {

void resolve_vocabulary(ResolvedApp& resolved, Sink& sink) {
  resolved.vocabulary = resolved.app->vocabulary();
  resolved.model = resolved.vocabulary == model::Vocabulary::classic
                       ? catalog::ScopeModel::classic
                       : catalog::ScopeModel::granular;
  const bool no_guide = resolved.platform != nullptr && !resolved.platform->has_guide_names;
  if (resolved.vocabulary == model::Vocabulary::guide && no_guide) {
    const Span place = resolved.app->scope_names->span;
    Diagnostic found =
        finding(resolve_codes::kVocabularyConflict, place,
                "`scope_names: guide` is for `platform: unified`: the guide's tables "
                "are that platform's; use `scope_names: granular`");
    found.fixes =
        edit::offer_word(place, model::to_string(resolved.vocabulary), "`granular`", "granular");
    sink.add(std::move(found));
    resolved.vocabulary = model::Vocabulary::granular;
  }
}

}  // namespace

ResolvedApp resolve(const model::App& app, const catalog::Catalog& catalog, Sink& sink) {
  ResolvedApp resolved{.app = &app, .catalog = &catalog};
  resolve_platform(resolved, sink);
  resolve_vocabulary(resolved, sink);
  resolve_requests(resolved, sink);
  resolve_optional(resolved, sink);
  resolve_requirements(resolved, sink);
  resolve_scopes(resolved, sink);
  resolve_oauth(resolved, sink);
  return resolved;
}

}  // namespace zoomc::resolve
