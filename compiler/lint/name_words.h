#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "lint/text_words.h"
#include "model/located.h"
#include "source/source_file.h"

// Words that an app's name is better without.
namespace zoomc {

// The longest name that Zoom takes, in code points: it refuses 50 and more (whether exactly 50 pass
// is not known).
inline constexpr std::size_t kMaxName = 49;

// More words of a name than that nobody needs to see.
inline constexpr std::size_t kMaxNameWords = 10;

// `name` without the given words, when they can go without harm: they are no more than
// `kMaxNameWords` and stand free, what is beside them begins like a name and not like "and" or
// "with", and something is left.
std::optional<std::string> without_words(std::string_view name, const std::vector<TextPart>& words);

// The fix that gives the app the name `better`; nothing where Zoom or YAML would not take it, or
// where the name is written on several lines.
std::optional<Fix> rename_app(const SourceFile& file, const Text& name, const std::string& better);

}  // namespace zoomc
