#include "cli/checked_file.h"
#include "cli/command.h"
#include "review/packet.h"

namespace zoomc {
namespace {

enum class PacketFormat : std::uint8_t { markdown, text, csv, json };

constexpr EnumWord<PacketFormat> kPacketFormats[] = {{"markdown", PacketFormat::markdown},
                                                     {"text", PacketFormat::text},
                                                     {"csv", PacketFormat::csv},
                                                     {"json", PacketFormat::json}};

struct JustifyOptions {
  Overrides app;
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
  const CompiledApp& made = file->made();
  return session.tell(write(make_packet(made.resolved), made.file, options.format), {&made.file});
}

constexpr auto kJustifyOptions =
    joined({required(argument<&JustifyOptions::file>("FILE", "The app; - for standard input")),
            choice<kPacketFormats, &JustifyOptions::format>("--format", "FORMAT", "{}")},
           app_options<&JustifyOptions::app>());
constexpr CommandExample kJustifyExamples[] = {
    {"zoomc justify crm.zoom.yaml > review.md", "The packet for Zoom's reviewers"}};

}  // namespace

constexpr CommandEntry kJustify = entry<JustifyOptions, justify_scopes>(
    {.name = "justify",
     .group = groups::kReview,
     .summary = "Write for Zoom's reviewers what each scope is for and how to see it at work",
     .options = kJustifyOptions,
     .examples = kJustifyExamples});

}  // namespace zoomc
