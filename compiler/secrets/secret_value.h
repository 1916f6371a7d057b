#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "catalog/catalog.h"

// Recognizes a secret by its value alone.
namespace zoomc::secrets {

// Bytes [begin, end) of a text.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

// How certain it must be: any text is one in a field that holds a secret.
enum class Doubt : std::uint8_t { any_text, looks_like_key };

// The part of `value` that is secret, if any: the text after `Bearer `, the default in
// `${NAME:-default}`, the password in a URL. A reference, a word that is written in place of a
// secret, a flag, a small number and a URL without a password have none.
std::optional<TextRange> secret_part(const catalog::Catalog& catalog, std::string_view value,
                                     Doubt doubt);

// NAME of "${NAME:-default}".
std::optional<std::string_view> name_with_default(std::string_view value);

// The same as `secret_part` for a value of which nothing else is known: the password in a URL, text
// that begins and looks like the key of a well-known service, a JSON web token, a private key, the
// text after `Bearer `.
std::optional<TextRange> evident_secret(const catalog::Catalog& catalog, std::string_view value);

// "user:password@" of the URL at the beginning of `url`, if it has a password that is not a
// reference; `secret` is the password.
struct UrlUser {
  TextRange all;
  TextRange secret;
};
std::optional<UrlUser> user_of_url(const catalog::Catalog& catalog, std::string_view url);

// Letters and digits that are mixed as only chance does it, at least `min` characters.
bool looks_random(std::string_view word, std::size_t min);
// One word of at least eight characters that nobody would read aloud: letters with digits.
bool looks_like_key(std::string_view value);

}  // namespace zoomc::secrets
