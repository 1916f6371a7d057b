#include "lint/url_problem.h"

#include <algorithm>

#include "lint/url.h"
#include "lint/url_fault.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

bool has_upper_case(std::string_view url) {
  return std::any_of(url.begin(), url.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

UrlProblem problem_of_its_own(std::string_view url, UrlRole role, bool in_production) {
  const bool is_redirect = role == UrlRole::redirect || role == UrlRole::list_entry;
  if (find_url_fault(url, is_redirect)) return UrlProblem::invalid;
  const Url parts = split_url(url);
  const bool is_local = is_localhost(parts.host.of(url));
  if (is_local && in_production) return UrlProblem::localhost;
  // Zoom's servers reach no localhost, so a webhook there is no better than any other.
  const bool may_be_plain = is_local && role != UrlRole::webhook;
  if (lowered(parts.scheme.of(url)) == "http" && !may_be_plain) return UrlProblem::insecure;
  return is_redirect && has_upper_case(url) ? UrlProblem::not_lowercase : UrlProblem::fine;
}

ZoomEffect effect_of_broken_url(UrlRole role) {
  switch (role) {
    case UrlRole::redirect:
      return {ZoomVerdict::accepts, "users then see `Invalid redirect url` (4700)"};
    case UrlRole::list_entry:
      return {ZoomVerdict::accepts, "a redirect to it fails with `Invalid redirect url` (4700)"};
    case UrlRole::webhook: return {ZoomVerdict::runtime, "the events never arrive"};
    case UrlRole::link:
    case UrlRole::home: return {ZoomVerdict::review, ""};
    case UrlRole::extra: break;
  }
  return {};
}

}  // namespace zoomc
