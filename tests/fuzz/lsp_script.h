#pragma once
#include <string>
#include <string_view>
#include <vector>

// What a client does, in a form that a fuzzer can change a little and still have messages. A script
// is a byte for the client and steps, each begun by `kStep` and a letter:
//   o TEXT, s TEXT          opens the app, the settings
//   w TEXT, W TEXT          replaces the text of either
//   c PLACE PLACE TEXT      replaces a range of the app; more changes follow behind `kChange`
//   C PLACE PLACE TEXT      the same of the settings
//   x, X                    closes either
//   q METHOD PLACE PLACE    asks about the app; Q about the settings
//   k N                     cancels the request that was made N requests before
//   t                       time passes, what is waiting is done; j: work is left undone, or not
//   b                       what follows comes together, up to the next b
//   { …                     a message as it stands
// A METHOD is a byte, a PLACE two: line and column.
namespace zoomc::fuzz {

inline constexpr char kStep = '\x1e';
inline constexpr char kChange = '\x1f';

inline constexpr std::string_view kAppUri = "file:///apps/app.zoom.yaml";
inline constexpr std::string_view kSettingsUri = "file:///apps/.zoomc.yaml";

struct Step {
  char kind = 't';
  // The message to be sent, where the step is one.
  std::string body;
};

// The first message: UTF-8 places for `8`, UTF-16 for all others.
std::string initialize_message(char client);

std::vector<Step> read_script(std::string_view script);

}  // namespace zoomc::fuzz
