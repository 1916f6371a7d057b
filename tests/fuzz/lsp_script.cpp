#include "lsp_script.h"

#include <array>

#include "json/value.h"
#include "lsp/text_document.h"

namespace zoomc::fuzz {
namespace {

constexpr std::array<std::string_view, 10> kMethods = {
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/codeAction",
    "textDocument/definition",
    "textDocument/documentSymbol",
    "textDocument/documentLink",
    "completionItem/resolve",
    "workspace/nothing",
    "shutdown",
    "initialize",
};

std::string in_backticks(std::string_view text) {
  const json::Value value(rapidjson::StringRef(text.data(), text.size()));
  std::string quoted = json::to_pretty_text(value);
  quoted.pop_back();
  return quoted;
}

// Reads a step to its end; what is not there is 0.
class StepReader {
 public:
  explicit StepReader(std::string_view bytes) : rest_(bytes) {}

  std::uint8_t number() {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::string place() {
    constexpr unsigned kLines = 64;
    constexpr unsigned kColumns = 128;
    const std::string line = std::to_string(number() % kLines);
    return R"({"line":)" + line + R"(,"character":)" + std::to_string(number() % kColumns) + "}";
  }
  std::string range() {
    const std::string start = place();
    return R"({"start":)" + start + R"(,"end":)" + place() + "}";
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::string notification(std::string_view method, const std::string& params) {
  return R"({"jsonrpc":"2.0","method":"textDocument/)" + std::string(method) + R"(","params":{)" +
         params + "}}";
}

class ScriptReader {
 public:
  Step read(std::string_view bytes) {
    const char kind = bytes.front();
    const std::string_view rest = bytes.substr(1);
    switch (kind) {
      case 'o': return {kind, open(kAppUri, rest)};
      case 's': return {kind, open(kSettingsUri, rest)};
      case 'w': return {kind, change(kAppUri, R"({"text":)" + in_backticks(rest) + "}")};
      case 'W': return {kind, change(kSettingsUri, R"({"text":)" + in_backticks(rest) + "}")};
      case 'c': return {kind, change(kAppUri, ranged(rest))};
      case 'C': return {kind, change(kSettingsUri, ranged(rest))};
      case 'x': return {kind, notification("didClose", identifier(kAppUri) + "}")};
      case 'X': return {kind, notification("didClose", identifier(kSettingsUri) + "}")};
      case 'q': return {kind, request(kAppUri, rest)};
      case 'Q': return {kind, request(kSettingsUri, rest)};
      case 'k': return {kind, cancel(rest)};
      case '{': return {kind, std::string(bytes)};
      default: return {kind, ""};
    }
  }

 private:
  static std::string identifier(std::string_view uri) {
    return R"("textDocument":{"uri":)" + in_backticks(uri);
  }
  std::string versioned(std::string_view uri) {
    return identifier(uri) + R"(,"version":)" + std::to_string(++version_);
  }
  std::string open(std::string_view uri, std::string_view text) {
    return notification("didOpen", versioned(uri) + R"(,"text":)" + in_backticks(text) + "}");
  }
  std::string change(std::string_view uri, const std::string& changes) {
    return notification("didChange", versioned(uri) + R"(},"contentChanges":[)" + changes + "]");
  }
  static std::string ranged(std::string_view rest) {
    std::string changes;
    while (true) {
      const std::size_t end = rest.find(kChange);
      StepReader reader(rest.substr(0, end));
      const std::string range = reader.range();
      changes += R"({"range":)" + range + R"(,"text":)" + in_backticks(reader.rest()) + "}";
      if (end == std::string_view::npos) return changes;
      rest.remove_prefix(end + 1);
      changes += ",";
    }
  }
  std::string request(std::string_view uri, std::string_view rest) {
    StepReader reader(rest);
    const std::string_view method = kMethods[reader.number() % kMethods.size()];
    const std::string range = reader.range();
    const std::string position = StepReader(rest.substr(rest.empty() ? 0 : 1)).place();
    return R"({"jsonrpc":"2.0","id":)" + std::to_string(++request_) + R"(,"method":)" +
           in_backticks(method) + R"(,"params":{)" + identifier(uri) + R"(},"position":)" +
           position + R"(,"range":)" + range + R"(,"context":{"diagnostics":[]}}})";
  }
  std::string cancel(std::string_view rest) const {
    const int id = request_ - StepReader(rest).number() % 4;
    return R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":)" + std::to_string(id) +
           "}}";
  }

  int version_ = 0;
  int request_ = 0;
};

}  // namespace

std::string initialize_message(char client) {
  const std::string encoding = client == '8' ? "utf-8" : "utf-16";
  return R"({"jsonrpc":"2.0","id":"first","method":"initialize","params":{"capabilities":)"
         R"({"general":{"positionEncodings":[")" +
         encoding +
         R"("]},"textDocument":{"publishDiagnostics":{"relatedInformation":true},)"
         R"("documentSymbol":{"hierarchicalDocumentSymbolSupport":true}},)"
         R"("workspace":{"workspaceEdit":{"documentChanges":true}}}}})";
}

std::vector<Step> read_script(std::string_view script) {
  ScriptReader reader;
  std::vector<Step> steps;
  while (!script.empty()) {
    const std::size_t end = std::min(script.find(kStep), script.size());
    if (end > 0) steps.push_back(reader.read(script.substr(0, end)));
    script.remove_prefix(std::min(end + 1, script.size()));
  }
  return steps;
}

}  // namespace zoomc::fuzz
