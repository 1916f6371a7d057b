#include <CLI/CLI.hpp>
#include <memory>

#include "cli/checked_file.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "review/packet.h"

namespace zoomc {
namespace {

enum class PacketFormat : std::uint8_t { markdown, text, csv, json };

constexpr EnumWord<PacketFormat> kPacketFormats[] = {{"markdown", PacketFormat::markdown},
                                                     {"text", PacketFormat::text},
                                                     {"csv", PacketFormat::csv},
                                                     {"json", PacketFormat::json}};

struct JustifyOptions {
  AppOptions app;
  std::string file;
  PacketFormat format = PacketFormat::markdown;
};

std::string write(const Packet& packet, const SourceFile& file, PacketFormat format) {
  switch (format) {
    case PacketFormat::markdown: return packet_markdown(packet);
    case PacketFormat::text: return packet_text(packet, file);
    case PacketFormat::csv: return packet_csv(packet);
    case PacketFormat::json: return packet_json(packet, file);
  }
  return {};
}

ExitCode justify_scopes(Session& session, const JustifyOptions& options) {
  const auto file = check_file(session, options.app, options.file);
  if (!file) return file.error();
  session.show_findings(file->checked);
  if (file->checked.has_errors()) return ExitCode::findings;
  const Analysis& made = file->made();
  return session.tell(write(make_packet(made.resolved), made.file, options.format), {&made.file});
}

}  // namespace

void add_justify_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<JustifyOptions>();
  CLI::App* command = program.add_subcommand(
      "justify", "Write for Zoom's reviewers what each scope is for and how to see it at work");
  command->add_option("FILE", options->file, "The app; - for standard input")->required();
  add_choice<PacketFormat>(*command, "--format", options->format, kPacketFormats, "FORMAT", "{}");
  add_app_options(*command, options->app);
  command->callback([&session, &action, options] {
    action = [&session, options] { return justify_scopes(session, *options); };
  });
}

}  // namespace zoomc
