#include "cli/command.h"
#include "cli/session.h"
#include "schema/schemas.h"

namespace zoomc::cli {
namespace {

constexpr ChoiceWord<std::string_view> kSchemas[] = {
    {"app", "app", "*.zoom.yaml"},
    {"manifest", "manifest", "what `compile` writes"},
    {"config", "config", ".zoomc.yaml"}};

struct SchemaOptions {
  std::string kind;
};

ExitCode print_schema(Session& session, const SchemaOptions& options) {
  return session.console.out(schema::schema_text(options.kind));
}

constexpr shell::CommandOption kSchemaOptions[] = {
    required(choice_argument<kSchemas, &SchemaOptions::kind>("KIND", "{}"))};
constexpr shell::CommandExample kSchemaExamples[] = {
    {"zoomc schema app > app.schema.json", "For editors that read JSON Schema"}};

}  // namespace

constexpr CommandEntry kSchema = entry<SchemaOptions, print_schema>(
    {.name = "schema",
     .group = groups::kTools,
     .summary = "Print the JSON Schema of app files, manifests or project settings",
     .options = kSchemaOptions,
     .examples = kSchemaExamples});

}  // namespace zoomc::cli
