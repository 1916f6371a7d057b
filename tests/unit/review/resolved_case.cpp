#include "resolved_case.h"

#include <utility>

#include "model/build.h"
#include "resolve/resolve.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc {

ResolvedCase::ResolvedCase(std::string text, const Catalog& catalog)
    : file{"app.zoom.yaml", std::move(text)} {
  Sink sink;
  const auto document = parse(file, sink);
  REQUIRE(document);
  app = build_app(*document, sink);
  resolved = resolve(app, catalog, sink);
  CHECK(sink.take().empty());
}

}  // namespace zoomc
