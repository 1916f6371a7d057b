#pragma once
#include <span>
#include <string_view>

// How programs ask for a URL, as data: which names mean what, in any language.
namespace zoomc::idioms {

// The last name of a call that says the method by itself.
struct VerbName {
  std::string_view name;
  std::string_view method;
};
std::span<const VerbName> verb_names();

// A call that asks for a URL with a method of its own unless told another.
struct DefaultCall {
  std::string_view name;
  std::string_view method;
  // Where not empty: with an argument of that name the method is `POST`.
  std::string_view body_key;
};
std::span<const DefaultCall> default_calls();

// Calls and macros that give back the URL they were given.
bool is_transparent(std::string_view name);
// Calls that give a request its URL; its method stands in another call of the chain.
bool is_url_setter(std::string_view name);
// Calls that give a request its method: by their argument, or one given later.
bool is_method_setter(std::string_view name);
// Words of a name that asks for something: "zoomRequest".
bool is_request_word(std::string_view word);
// Words of a name that a client or a base URL may have beside "zoom".
bool is_client_word(std::string_view word);
// Words of whatever is never asked over the network: logs, routers, caches, doubles for tests.
bool is_other_word(std::string_view word);
// Names of things that are no calls over the network at all: logging, comparing.
bool is_speech(std::string_view name);

// Keys of an object or named arguments.
bool is_method_key(std::string_view key);
bool is_url_key(std::string_view key);
bool is_base_key(std::string_view key);
bool is_host_key(std::string_view key);

// What a file names when it is a test with answers of its own.
bool is_test_library(std::string_view name);

}  // namespace zoomc::idioms
