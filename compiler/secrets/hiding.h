#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"

// The only way out for text: everything that is shown of a file, and of texts made from one, goes
// through here.
namespace zoomc::secrets {

// Knows the secrets of some files and replaces them with stars. Each byte becomes one star, so that
// all places stay the same; a longer character becomes one character of the same length.
class Hiding {
 public:
  Hiding() = default;
  explicit Hiding(const SourceFile& file) { learn(file); }

  // Learns the secrets of a file: those that the phases found, those that findings point at, and
  // text that looks like one.
  void learn(const SourceFile& file, const std::vector<Diagnostic>& findings = {});
  bool knows_nothing() const { return secrets_.empty(); }

  // A file that was learned, as it is shown.
  [[nodiscard]] SourceFile shown(const SourceFile& file,
                                 const std::vector<Diagnostic>& findings = {}) const;
  // A text that may quote a file: also as JSON, HTML and Markdown write it, in another case, or cut
  // off by `…`.
  [[nodiscard]] std::string shown(std::string text) const;
  // Fixes that would show a secret are left out.
  [[nodiscard]] Diagnostic shown(Diagnostic finding) const;

 private:
  friend class ShownFindings;

  void add(std::string_view text);
  void learn(const SourceFile& file, const std::vector<Span>& places);
  SourceFile shown(const SourceFile& file, const std::vector<Span>& places) const;

  // In lower case, the longest first.
  std::vector<std::string> secrets_;
};

// A text of ours that repeats user input: anything in it that looks like a secret is replaced with
// stars.
[[nodiscard]] std::string without_secrets(std::string text);

// Whether `value`, at `pointer` in a manifest, is or contains a secret.
bool is_secret_at(std::string_view pointer, std::string_view value);

// A file and its findings as they are shown. Keeps references to those that hold no secret.
class ShownFindings {
 public:
  ShownFindings(const SourceFile& file, const std::vector<Diagnostic>& findings);

  const SourceFile& file() const { return is_hiding_ ? hidden_file_ : file_; }
  const std::vector<Diagnostic>& findings() const {
    return is_hiding_ ? hidden_findings_ : findings_;
  }

 private:
  const SourceFile& file_;
  const std::vector<Diagnostic>& findings_;
  bool is_hiding_ = false;
  SourceFile hidden_file_;
  std::vector<Diagnostic> hidden_findings_;
};

}  // namespace zoomc::secrets
