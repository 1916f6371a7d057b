#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"

// The one gate: what is shown of a file, and of texts made from one, goes through here.
namespace zoomc::secrets {

// Knows the secrets of some files and stars them out. A star a byte, so that all places stay where
// they are; of longer characters one as long as each.
class Hiding {
 public:
  Hiding() = default;
  explicit Hiding(const SourceFile& file) { learn(file); }

  // The secrets of a file: what the phases found, what findings point at, what looks like one.
  void learn(const SourceFile& file, const std::vector<Diagnostic>& findings = {});
  bool knows_nothing() const { return secrets_.empty(); }

  // A file that was learnt, as it is shown.
  SourceFile shown(const SourceFile& file, const std::vector<Diagnostic>& findings = {}) const;
  // A text that may quote a file: also as JSON, HTML and Markdown write it, in another case, or cut
  // off by `…`.
  std::string shown(std::string text) const;
  // Fixes that would tell a secret are left out.
  Diagnostic shown(Diagnostic finding) const;

 private:
  friend class ShownFindings;

  void add(std::string_view text);
  void learn(const SourceFile& file, const std::vector<Span>& places);
  SourceFile shown(const SourceFile& file, const std::vector<Span>& places) const;

  // In lower case, the longest first.
  std::vector<std::string> secrets_;
};

// A text of ours that repeats what somebody typed: what in it looks like a secret is starred out.
std::string without_secrets(std::string text);

// Whether `value`, which stands at `pointer` of a manifest, is or has a secret.
bool is_secret_at(std::string_view pointer, std::string_view value);

// A file and its findings as they are shown. Keeps references to what holds no secret.
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
