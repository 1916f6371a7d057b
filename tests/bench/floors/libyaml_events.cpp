// The floor under programs that read YAML with libyaml: its events, each thrown away.
#include <cstdio>
#include <yaml.h>

#include "app_files.h"

namespace {

unsigned long count_events(const std::string& text) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  unsigned long count = 0;
  for (bool more = true; more; ++count) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) throw std::runtime_error(parser.problem);
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  unsigned long count = 0;
  for (int i = 1; i < argc; ++i) {
    zoomc::bench::for_each_app_file(
        argv[i], [&count](const std::string& text) { count += count_events(text); });
  }
  std::printf("%lu\n", count);
}
