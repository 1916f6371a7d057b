#include "lint/url_problem.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>

#include "lint/url.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::lint {
namespace {

bool has_upper_case(std::string_view url) {
  return std::any_of(url.begin(), url.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::size_t kMaxPort = 65535;

using Fault = std::optional<UrlFault>;

// Letters, digits, `-`, `.`, `_`, and everything outside ASCII: names in other scripts are written
// as people read them.
bool may_be_in_host(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank_or_control(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

Fault white_space_fault(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_white_space);
  if (first == text.end()) return std::nullopt;
  const auto last = std::find_if_not(first, text.end(), is_white_space);
  UrlFault fault{static_cast<std::size_t>(first - text.begin()),
                 static_cast<std::size_t>(last - text.begin()),
                 "contains white space, which a URL cannot have", "remove this"};
  const auto begin = std::find_if_not(text.begin(), text.end(), is_white_space);
  const auto end = std::find_if_not(text.rbegin(), text.rend(), is_white_space).base();
  if (begin < end && std::none_of(begin, end, is_white_space)) {
    fault.meant.emplace(begin, end);
    fault.safety = FixSafety::safe;
  }
  return fault;
}

Fault control_character_fault(std::string_view text) {
  const auto control = std::find_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (control == text.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(control - text.begin());
  return UrlFault{at, at + 1, "contains a control character, which a URL cannot have",
                  "remove this"};
}

// True for "api.acme.example/x" or "localhost:3000": a URL that lacks only its scheme.
bool begins_with_host(std::string_view text) {
  const std::string_view authority = text.substr(0, text.find_first_of("/?#"));
  const std::string_view host = authority.substr(0, authority.find(':'));
  const bool is_name = !host.empty() && std::all_of(host.begin(), host.end(), may_be_in_host);
  const bool is_dotted = host.find('.', 1) < host.size() - 1;
  return is_name && (is_dotted || is_localhost(host));
}

Fault scheme_fault(std::string_view text, const Url& url) {
  const std::string_view scheme = url.scheme.of(text);
  const std::string lower = lowered(scheme);
  if (lower == "https" || lower == "http") return std::nullopt;
  if (!scheme.empty()) {
    return UrlFault{
        url.scheme.begin, url.scheme.end,
        fmt::format("has the scheme {}, but Zoom accepts only `https`", in_backticks(scheme)),
        "write `https`"};
  }
  if (text.starts_with("//")) {
    return UrlFault{0, 2, "has no `https:`, so it is not an absolute URL", "add `https:`",
                    "https:" + std::string(text)};
  }
  if (begins_with_host(text)) {
    return UrlFault{0, 0, "must start with `https://`", "add `https://`",
                    "https://" + std::string(text)};
  }
  return UrlFault{0, text.size(), "is not an absolute URL: it needs `https://` and a host", ""};
}

bool is_address(std::string_view host) {
  const std::string_view inside = host.substr(1, host.size() - 2);
  return host.ends_with(']') && inside.find(':') != std::string_view::npos &&
         std::all_of(inside.begin(), inside.end(),
                     [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

Fault host_fault(std::string_view text, const Url& url) {
  const std::string_view host = url.host.of(text);
  const std::size_t begin = url.host.begin;
  if (host.empty()) return UrlFault{0, begin, "has no host", "add the host"};
  if (host.starts_with('[')) {
    if (is_address(host)) return std::nullopt;
    return UrlFault{begin, url.host.end, "has a host in brackets that is not an IPv6 address", ""};
  }
  const auto odd = std::find_if_not(host.begin(), host.end(), may_be_in_host);
  if (odd != host.end()) {
    const std::size_t at = begin + static_cast<std::size_t>(odd - host.begin());
    return UrlFault{at, at + 1, fmt::format("has {} in its host", in_backticks(text.substr(at, 1))),
                    ""};
  }
  const std::size_t gap = host.starts_with('.') ? 0 : host.find("..");
  if (gap == std::string_view::npos) return std::nullopt;
  return UrlFault{begin + gap, begin + gap + (gap == 0 ? 1 : 2), "has an extra `.` in its host",
                  ""};
}

Fault port_fault(std::string_view text, const Url& url) {
  const std::string_view port = url.port.of(text);
  const bool has_colon = url.port.begin > url.host.end;
  if (!has_colon) return std::nullopt;
  if (port.empty()) {
    return UrlFault{url.host.end, url.port.begin, "has a `:` and no port after it", "remove this"};
  }
  const bool is_number = std::all_of(port.begin(), port.end(), is_digit);
  const bool is_short = port.size() <= 5;
  if (is_number && is_short && std::stoul(std::string(port)) <= kMaxPort) return std::nullopt;
  return UrlFault{
      url.port.begin, url.port.end,
      fmt::format("has the port {}, which is not a number up to {}", in_backticks(port), kMaxPort),
      ""};
}

Fault user_fault(std::string_view text, const Url& url) {
  if (url.user.begin == url.host.begin) return std::nullopt;
  std::string without(text);
  without.erase(url.user.begin, url.host.begin - url.user.begin);
  return UrlFault{url.user.begin, url.host.begin,
                  "has a user part before the host, which a redirect may not have", "remove this",
                  std::move(without)};
}

Fault fragment_fault(std::string_view text, const Url& url) {
  if (!url.has_fragment) return std::nullopt;
  const std::size_t begin = url.fragment.begin - 1;
  return UrlFault{begin, url.fragment.end, "has a fragment, which a redirect may not have",
                  "remove this", std::string(text.substr(0, begin))};
}

}  // namespace

UrlProblem problem_of_its_own(std::string_view url, UrlRole role, bool in_production) {
  const bool is_redirect = role == UrlRole::redirect || role == UrlRole::list_entry;
  if (find_url_fault(url, is_redirect)) return UrlProblem::invalid;
  const Url parts = split_url(url);
  const bool is_local = is_localhost(parts.host.of(url));
  if (is_local && in_production) return UrlProblem::localhost;
  // Zoom's servers cannot reach localhost, so a webhook there is as bad as any other without
  // `https`.
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

std::optional<UrlFault> find_url_fault(std::string_view text, bool is_redirect) {
  if (std::any_of(text.begin(), text.end(), is_blank_or_control)) {
    Fault fault = white_space_fault(text);
    return fault ? fault : control_character_fault(text);
  }
  const Url url = split_url(text);
  for (const auto& check : {scheme_fault, host_fault, port_fault}) {
    if (Fault fault = check(text, url)) return fault;
  }
  if (!is_redirect) return std::nullopt;
  for (const auto& check : {user_fault, fragment_fault}) {
    if (Fault fault = check(text, url)) return fault;
  }
  return std::nullopt;
}

}  // namespace zoomc::lint
