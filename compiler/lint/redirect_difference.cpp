#include "lint/redirect_difference.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>

#include "lint/url.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::lint {
namespace {

struct Comparison {
  std::string_view written;
  std::string_view expected;
  Url written_parts;
  Url expected_parts;
  const catalog::Platform& platform;
};

using Difference = std::optional<RedirectDifference>;

Difference white_space(const Comparison& urls) {
  const auto first = std::find_if(urls.written.begin(), urls.written.end(), is_white_space);
  if (first == urls.written.end()) return std::nullopt;
  const auto last = std::find_if_not(first, urls.written.end(), is_white_space);
  return RedirectDifference{static_cast<std::size_t>(first - urls.written.begin()),
                            static_cast<std::size_t>(last - urls.written.begin()),
                            "contains white space", "remove this"};
}

// The platform sends only ASCII; anything else that looks the same is another character.
Difference look_alike(const Comparison& urls) {
  for (std::size_t i = 0; i < urls.written.size(); ++i) {
    if (static_cast<unsigned char>(urls.written[i]) < 0x80) continue;
    const auto point = decode_utf8(urls.written, i);
    const std::size_t bytes = point ? point->bytes : 1;
    const std::string character(urls.written.substr(i, bytes));
    return RedirectDifference{
        i, i + bytes,
        fmt::format(
            "has the character {}, which is not ASCII and only looks like the one that {} sends",
            in_backticks(character), urls.platform.title),
        "another character"};
  }
  return std::nullopt;
}

Difference scheme(const Comparison& urls) {
  const std::string_view scheme = urls.written_parts.scheme.of(urls.written);
  const std::string_view expected = urls.expected_parts.scheme.of(urls.expected);
  if (scheme == expected) return std::nullopt;
  if (scheme.empty()) {
    return RedirectDifference{0, 0, fmt::format("has no `{}://`", expected),
                              fmt::format("add `{}://`", expected)};
  }
  return RedirectDifference{urls.written_parts.scheme.begin, urls.written_parts.scheme.end,
                            fmt::format("begins with {}, but {} sends {}", in_backticks(scheme),
                                        urls.platform.title, in_backticks(expected)),
                            fmt::format("write `{}`", expected)};
}

Difference user(const Comparison& urls) {
  const UrlPart part = urls.written_parts.user;
  if (part.empty()) return std::nullopt;
  return RedirectDifference{part.begin, part.end + 1, "has a user part before the host",
                            "remove this"};
}

Difference host(const Comparison& urls) {
  const UrlPart part = urls.written_parts.host;
  const std::string_view host = part.of(urls.written);
  const std::string_view expected = urls.expected_parts.host.of(urls.expected);
  if (host == expected) return std::nullopt;
  if (lowered(host) == expected) {
    return RedirectDifference{part.begin, part.end, "has upper-case letters in its host",
                              "write lower case"};
  }
  for (const catalog::Region& region : urls.platform.regions) {
    const Url other = split_url(region.redirect_url);
    if (other.host.of(region.redirect_url) != lowered(host)) continue;
    return RedirectDifference{part.begin, part.end,
                              fmt::format("has the host of the {} region", region.title),
                              fmt::format("write `{}`", expected)};
  }
  return RedirectDifference{
      part.begin, part.end,
      fmt::format("has the host {}, which is not {}'s", in_backticks(host), urls.platform.title),
      fmt::format("write `{}`", expected)};
}

// A host of no region is the difference to report, whatever else differs.
Difference foreign_host(const Comparison& urls) {
  if (urls.written_parts.scheme.empty()) return std::nullopt;
  const std::string written = lowered(urls.written_parts.host.of(urls.written));
  const auto& regions = urls.platform.regions;
  const bool is_known =
      std::any_of(regions.begin(), regions.end(), [&](const catalog::Region& region) {
        return split_url(region.redirect_url).host.of(region.redirect_url) == written;
      });
  return is_known ? std::nullopt : host(urls);
}

Difference port(const Comparison& urls) {
  const UrlPart part = urls.written_parts.port;
  const bool colon = part.begin > 0 && urls.written[part.begin - 1] == ':' &&
                     part.begin > urls.written_parts.host.end;
  if (!colon) return std::nullopt;
  return RedirectDifference{part.begin - 1, part.end,
                            fmt::format("has a port that {} does not send", urls.platform.title),
                            "remove this"};
}

Difference path(const Comparison& urls) {
  const UrlPart part = urls.written_parts.path;
  const std::string_view path = part.of(urls.written);
  const std::string_view expected = urls.expected_parts.path.of(urls.expected);

  if (path == expected) return std::nullopt;
  if (path.empty() || path == "/") {
    return RedirectDifference{part.begin, part.end, "has no path",
                              fmt::format("add `{}`", expected)};
  }
  if (path.size() > expected.size() && path.starts_with(expected) &&
      path.find_first_not_of('/', expected.size()) == std::string_view::npos) {
    return RedirectDifference{
        part.begin + expected.size(), part.end,
        fmt::format("ends with a `/` that {} does not send", urls.platform.title), "remove this"};
  }
  const auto differ =
      std::mismatch(path.begin(), path.end(), expected.begin(), expected.end()).first;
  const auto at = part.begin + static_cast<std::size_t>(differ - path.begin());
  if (lowered(path) == expected) {
    return RedirectDifference{at, at + 1, "has upper-case letters in its path", "write lower case"};
  }
  return RedirectDifference{at, part.end,
                            fmt::format("has the path {}, but {} sends {}", in_backticks(path),
                                        urls.platform.title, in_backticks(expected)),
                            fmt::format("write `{}`", expected)};
}

Difference query(const Comparison& urls) {
  if (!urls.written_parts.has_query) return std::nullopt;
  const UrlPart part = urls.written_parts.query;
  return RedirectDifference{part.begin - 1, part.end,
                            fmt::format("has a query that {} does not send", urls.platform.title),
                            "remove this"};
}

Difference fragment(const Comparison& urls) {
  if (!urls.written_parts.has_fragment) return std::nullopt;
  const UrlPart part = urls.written_parts.fragment;
  return RedirectDifference{part.begin - 1, part.end,
                            "has a fragment, which a redirect may not have", "remove this"};
}

}  // namespace

std::optional<RedirectDifference> redirect_difference(std::string_view written,
                                                      std::string_view expected,
                                                      const catalog::Platform& platform) {
  if (written == expected) return std::nullopt;
  const Comparison urls{written, expected, split_url(written), split_url(expected), platform};
  constexpr std::array kChecks{white_space, look_alike, foreign_host, scheme, user,
                               host,        port,       path,         query,  fragment};
  for (const auto& check : kChecks) {
    if (auto difference = check(urls)) return difference;
  }
  return RedirectDifference{0, written.size(),
                            fmt::format("differs from {}", in_backticks(expected)), ""};
}

}  // namespace zoomc::lint
