#include "resolved_case.h"

#include <utility>

#include "model/build.h"
#include "resolve/resolve.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc {

ResolvedCase::ResolvedCase(std::string text, const Catalog& tables)
    : CompiledApp({"app.zoom.yaml", std::move(text)}, tables) {
  Sink sink;
  auto parsed = parse(file, sink);
  REQUIRE(parsed);
  document = std::move(*parsed);
  app = build_app(document, sink);
  resolved = resolve(app, catalog, sink);
  CHECK(sink.take().empty());
}

}  // namespace zoomc
