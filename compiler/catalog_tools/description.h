#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the descriptions in documents of Zoom's API say: Markdown texts for people, in which scopes,
// prerequisites and errors stand behind labels.
namespace zoomc::catalog_tools {

// The text in one line without its Markdown: links are their texts, blanks are single.
[[nodiscard]] std::string without_markdown(std::string_view text);

// The scopes that are named behind "Scopes:" and "Granular Scopes:"; nothing where there is no such
// line.
struct DescribedScopes {
  std::optional<std::vector<std::string>> classic;
  std::optional<std::vector<std::string>> granular;
};
[[nodiscard]] DescribedScopes described_scopes(std::string_view description);

// The lines behind "Prerequisites", up to the next label, without Markdown and in lower case.
[[nodiscard]] std::vector<std::string> described_prerequisites(std::string_view description);

// A message of Zoom's with its code: what a call answers when it fails.
struct DescribedError {
  std::string code;
  std::string text;

  friend bool operator==(const DescribedError&, const DescribedError&) = default;
};

// The errors behind "Error Code:" in the description of a response, in its order, each once. A text
// with an example in it, or of more than 300 characters, is its first sentence, and is left out
// where that is too long as well.
[[nodiscard]] std::vector<DescribedError> described_errors(std::string_view description);

}  // namespace zoomc::catalog_tools
