#pragma once
#include <cstdint>
#include <string_view>

// The ways in which programs request a URL: the lists of names in idioms.tsv, for all languages
// together.
namespace zoomc::infer {

enum class Idiom : std::uint8_t {
  default_get,
  post_with_data,
  url_wrapper,
  url_setter,
  method_setter,
  request_word,
  client_word,
  non_http_word,
  logging_call,
  method_key,
  url_key,
  base_key,
  host_key,
  test_library
};

// Whether the list has that word.
[[nodiscard]] bool is_idiom(Idiom idiom, std::string_view word);

// The method in the last name of a call: "GET" of "getForObject"; empty for other names.
[[nodiscard]] std::string_view method_of_name(std::string_view name);

// The table itself, compiled in; `name` is "idioms".
[[nodiscard]] std::string_view idiom_table(std::string_view name);

}  // namespace zoomc::infer
