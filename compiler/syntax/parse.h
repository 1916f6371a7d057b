#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "diagnostics/sink.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc::syntax {

// The limits for a file; `kMaxFileBytes` is in source/file_system.h.

// The largest depth of collections and number of nodes from aliases in a file.
inline constexpr std::size_t kMaxNesting = 64;
inline constexpr std::size_t kMaxAliasNodes = 10'000;
// The largest number of values in a file.
inline constexpr std::size_t kMaxNodes = 1'000'000;
// The largest number of indicators (brackets, commas, colons ...) that the YAML library may read
// ahead of the value that it reports: it keeps some hundred bytes for each.
inline constexpr std::size_t kMaxReadAhead = 200'000;
// The largest number of duplicate and merge keys reported.
inline constexpr std::size_t kMaxReportedKeys = 1'000;

// Reads one YAML document. What is wrong goes to `sink`; nothing comes back when the file is
// refused (not UTF-8, not YAML, past a limit). Duplicate keys and merge keys are reported and the
// tree still comes back, so that the rest of the file can be checked. An empty file or one of
// comments only gives a `missing` root. Never throws.
std::optional<Document> parse(const SourceFile& file, Sink& sink);

}  // namespace zoomc::syntax

// The steps of it.
namespace zoomc::syntax {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The number of bytes of the byte order mark at the start of `text`: 3 or 0.
std::uint32_t byte_order_mark_size(std::string_view text);

// The reason why `text` cannot be read: too large, another encoding, a byte that is not UTF-8. The
// first reason only; nothing when it is fine.
std::optional<Diagnostic> check_utf8(std::string_view text);

// Why `text` cannot be read as YAML at all: the above, or a character that YAML forbids.
std::optional<Diagnostic> check_encoding(std::string_view text);

// Reads what nearly every file keeps to, in one pass and without the library: block collections,
// brackets, scalars in their common forms, anchors of values and their aliases, comments. The tree
// is the one that `thorough_parse` gives, to the last span. Nothing comes back when there is
// anything else in the text, mistakes included. `text` has passed `check_encoding`, and its
// document starts at byte `begin`.
std::optional<Document> quick_parse(const std::string& text, std::uint32_t begin);

// Reads any YAML, with the library, and says what is wrong with it: `parse` behind the encoding
// gate. The document starts at byte `begin`.
std::optional<Document> thorough_parse(std::string_view text, std::uint32_t begin, Sink& sink);

}  // namespace zoomc::syntax
