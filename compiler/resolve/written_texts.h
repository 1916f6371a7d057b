#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/resolved_app.h"

namespace zoomc::resolve {

// The author's texts under the keys of `justify` or `test_plan`, by the meaning of the keys. The
// most specific text wins: scope, then operation or event, then feature, then composite. Texts are
// sentences (`as_sentence`); blank ones and those with keys that mean nothing are left out.
class WrittenTexts {
 public:
  // `resolved` must outlive it and have its scopes.
  WrittenTexts(const ResolvedApp& resolved, const std::vector<model::KeyedText>& entries);

  // Each is null if nothing is written. The text of a requirement is that of one of its scopes or
  // of its operation; that of a request is under its own key or its composite's.
  const std::string* of_scope(std::string_view name) const;
  const std::string* of_operation(catalog::OperationId operation) const;
  const std::string* of_requirement(const Requirement& requirement) const;
  const std::string* of_request(std::uint32_t request) const;

  // The author's texts about one request's scopes and operations.
  struct Specific {
    std::vector<const std::string*> texts;
    // They explain everything of the request, so it needs no other text.
    bool cover_all = false;
  };
  Specific specific(const Request& request) const;

  // The composite whose phrase says what the request and its fellow members are for: it was asked
  // for, and nobody wrote about a single member, so the phrase is true for all of them.
  const catalog::Composite* generating_composite(const Request& request) const;

 private:
  void read(const std::vector<model::KeyedText>& entries);
  std::span<const std::string_view> guide_names(const Request& request) const;
  std::string_view composite_of(const Request& request) const;

  const ResolvedApp& resolved_;
  // Texts about scopes, by the scope's name.
  std::map<std::string, std::string, std::less<>> by_scope_;
  std::map<catalog::OperationId, std::string> by_operation_;
  // Of features, operations, events and extra scopes, by request.
  std::map<std::uint32_t, std::string> by_request_;
  std::map<std::string, std::string, std::less<>> by_composite_;
  // All that were asked for or written about.
  std::set<std::string, std::less<>> composites_;
};

// The sentence for a request without a text by the author: the catalog's phrase and `app.purpose`.
class GeneratedTexts {
 public:
  // `resolved` must outlive it.
  explicit GeneratedTexts(const ResolvedApp& resolved);

  // "List meetings"; for an operation its title from Zoom, with the operation itself if several
  // operations of the app have that title.
  std::string phrase_of(const Request& request) const;
  // "List meetings for CRM logging."
  std::string with_purpose(const std::string& phrase) const;

 private:
  std::string title_of(const Request& operation) const;

  const ResolvedApp& resolved_;
  // The number of operations of the app for each title.
  std::map<std::string, int> titles_;
};

}  // namespace zoomc::resolve
