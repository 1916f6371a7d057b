#include "resolved_case.h"

#include <utility>

#include "model/build.h"
#include "resolve/resolve.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::review {

ResolvedCase::ResolvedCase(std::string text, const catalog::Catalog& tables)
    : resolve::CompiledApp({"app.zoom.yaml", std::move(text)}, tables) {
  Sink sink;
  auto parsed = syntax::parse(file, sink);
  REQUIRE(parsed);
  document = std::move(*parsed);
  app = model::build_app(document, sink);
  resolved = resolve::resolve(app, catalog, sink);
  CHECK(sink.take().empty());
}

}  // namespace zoomc::review
