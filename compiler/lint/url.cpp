#include "lint/url.h"

#include <algorithm>

#include "text/ascii.h"

namespace zoomc::lint {
namespace {

// The end of the authority, or of the scheme, that begins at `from`.
std::size_t find_delimiter(std::string_view url, std::size_t from) {
  while (from < url.size() && url[from] != '/' && url[from] != '?' && url[from] != '#') ++from;
  return from;
}

// user@host:port between `begin` and `end`; an IPv6 host keeps its brackets.
void split_authority(std::string_view url, std::size_t begin, std::size_t end, Url& parts) {
  const std::string_view authority = url.substr(begin, end - begin);
  const std::size_t at = authority.rfind('@');
  parts.user = {begin, at == std::string_view::npos ? begin : begin + at};
  const std::size_t host = at == std::string_view::npos ? begin : begin + at + 1;
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.rfind(':');
  const bool has_port = colon != std::string_view::npos && begin + colon >= host &&
                        (bracket == std::string_view::npos || colon > bracket);
  parts.host = {host, has_port ? begin + colon : end};
  parts.port = {has_port ? begin + colon + 1 : end, end};
}

}  // namespace

Url split_url(std::string_view url) {
  Url parts;
  const std::size_t colon = url.find("://");
  const bool has_scheme = colon != std::string_view::npos && find_delimiter(url, 0) >= colon;
  const std::size_t authority = has_scheme ? colon + 3 : 0;
  parts.scheme = {0, has_scheme ? colon : 0};
  const std::size_t fragment = std::min(url.find('#'), url.size());
  const std::size_t query = std::min(url.find('?'), fragment);
  const std::size_t path = find_delimiter(url, authority);
  split_authority(url, authority, path, parts);
  parts.path = {path, std::max(path, query)};
  parts.has_query = query < fragment;
  parts.query = {parts.has_query ? query + 1 : fragment, fragment};
  parts.has_fragment = fragment < url.size();
  parts.fragment = {parts.has_fragment ? fragment + 1 : url.size(), url.size()};
  return parts;
}

bool is_localhost(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  constexpr std::string_view kName = "localhost";
  const std::size_t above = host.size() - std::min(host.size(), kName.size());
  if (is_in_any_case(host.substr(above), kName)) return above == 0 || host[above - 1] == '.';
  if (host == "[::1]" || host == "[0:0:0:0:0:0:0:1]" || host == "0.0.0.0") return true;
  const bool is_address = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return is_address && host.starts_with("127.");
}

bool is_base_of(std::string_view entry, std::string_view url) {
  const Url parts = split_url(entry);
  const std::string_view path = parts.path.of(entry);
  if ((!path.empty() && path != "/") || parts.has_query || parts.has_fragment) return false;
  const std::string_view base = entry.substr(0, parts.path.begin);
  return url.starts_with(base) && (url.size() == base.size() || url[base.size()] == '/');
}

}  // namespace zoomc::lint
