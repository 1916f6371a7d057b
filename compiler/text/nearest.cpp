#include "text/nearest.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/ascii.h"

namespace zoomc {
namespace {

// Three rows of the usual table are enough: a swap of neighbours looks two rows back.
class Rows {
 public:
  explicit Rows(std::size_t columns) {
    for (std::vector<std::size_t>& row : rows_) row.resize(columns);
  }
  std::vector<std::size_t>& current() { return rows_[0]; }
  std::vector<std::size_t>& previous() { return rows_[1]; }
  std::vector<std::size_t>& before_previous() { return rows_[2]; }
  void advance() {
    std::swap(rows_[2], rows_[1]);
    std::swap(rows_[1], rows_[0]);
  }

 private:
  std::array<std::vector<std::size_t>, 3> rows_;
};

std::size_t cell(Rows& rows, std::string_view a, std::string_view b, std::size_t i, std::size_t j) {
  const bool same = lowered(a[i - 1]) == lowered(b[j - 1]);
  std::size_t best = rows.previous()[j - 1] + (same ? 0 : 1);
  best = std::min({best, rows.previous()[j] + 1, rows.current()[j - 1] + 1});
  const bool swapped = i > 1 && j > 1 && lowered(a[i - 1]) == lowered(b[j - 2]) &&
                       lowered(a[i - 2]) == lowered(b[j - 1]);
  return swapped ? std::min(best, rows.before_previous()[j - 2] + 1) : best;
}

// A column of the same table as bits: whether each cell is one more or one less than the cell above
// it, so that a whole column is a few operations on words (Hyyrö, "A bit-vector algorithm for
// computing Levenshtein and Damerau edit distances", 2003).
constexpr std::size_t kColumnBits = 64;

std::size_t edits_of_short_word(std::string_view word, std::string_view text) {
  std::array<std::uint64_t, 256> places{};
  for (std::size_t i = 0; i < word.size(); ++i) {
    places[static_cast<unsigned char>(lowered(word[i]))] |= std::uint64_t{1} << i;
  }
  const std::uint64_t last = std::uint64_t{1} << (word.size() - 1);
  std::uint64_t more = ~std::uint64_t{0};
  std::uint64_t less = 0;
  std::uint64_t diagonal = 0;
  std::uint64_t before = 0;
  std::size_t edits = word.size();
  for (const char c : text) {
    const std::uint64_t same = places[static_cast<unsigned char>(lowered(c))];
    const std::uint64_t swapped = ((~diagonal & same) << 1) & before;
    diagonal = (((same & more) + more) ^ more) | same | less | swapped;
    const std::uint64_t right_more = less | ~(diagonal | more);
    const std::uint64_t right_less = diagonal & more;
    if ((right_more & last) != 0) ++edits;
    if ((right_less & last) != 0) --edits;
    const std::uint64_t above_more = (right_more << 1) | 1;
    more = (right_less << 1) | ~(diagonal | above_more);
    less = above_more & diagonal;
    before = same;
  }
  return edits;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longest = std::max(a.size(), b.size());
  const std::size_t shortest = std::min(a.size(), b.size());
  limit = std::min(limit, longest);  // no two words are further apart
  const std::size_t too_far = limit + 1;
  if (longest - shortest > limit) return too_far;
  if (shortest > 0 && shortest <= kColumnBits) {
    const bool a_is_shorter = a.size() == shortest;
    return std::min(too_far, a_is_shorter ? edits_of_short_word(a, b) : edits_of_short_word(b, a));
  }

  Rows rows(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows.current()[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows.advance();
    // Cells further than `limit` from the diagonal cannot lie on a path that is short enough.
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t last = std::min(b.size(), i + limit);
    rows.current()[first - 1] = first == 1 ? i : too_far;
    std::size_t least = rows.current()[first - 1];
    for (std::size_t j = first; j <= last; ++j) {
      rows.current()[j] = std::min(too_far, cell(rows, a, b, i, j));
      least = std::min(least, rows.current()[j]);
    }
    if (last < b.size()) rows.current()[last + 1] = too_far;
    if (least > limit) return too_far;
  }
  return std::min(too_far, rows.current()[b.size()]);
}

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  std::optional<std::string_view> best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : candidates) {
    const std::size_t longest = std::max(word.size(), candidate.size());
    std::size_t limit = std::max<std::size_t>(1, longest / 3);
    if (best) {
      if (best_distance == 0) break;
      limit = std::min(limit, best_distance - 1);
    }
    const std::size_t distance = edit_distance(word, candidate, limit);
    // With as many edits as letters nothing of the word is left, so it is not similar.
    const bool unlike = distance > 0 && distance == longest;
    if (distance > limit || unlike) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string_view product_of(std::string_view name) {
  if (const std::size_t slash = name.find('/'); slash != std::string_view::npos) {
    std::string_view path = name.substr(slash + 1);
    if (path.starts_with("v2/")) path.remove_prefix(3);
    return path.substr(0, path.find_first_of("/?{ "));
  }
  const std::size_t end = name.find_first_of(":.");
  return end == std::string_view::npos ? std::string_view() : name.substr(0, end);
}

namespace {

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_alphanumeric(text[end])) ++end;
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

}  // namespace

bool has_all_words(std::string_view name, std::string_view words) {
  const std::vector<std::string_view> known = words_in(name);
  const std::vector<std::string_view> wanted = words_in(words);
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  });
}

namespace {

// The largest distance of a name without a product from a suggestion.
constexpr std::size_t kSlips = 2;

std::vector<std::string_view> products_of(std::span<const std::string_view> names) {
  std::vector<std::string_view> products;
  for (const std::string_view name : names) products.push_back(product_of(name));
  std::sort(products.begin(), products.end());
  products.erase(std::unique(products.begin(), products.end()), products.end());
  std::erase(products, std::string_view());
  return products;
}

// `read:user` and `read:uesr` of `user:read:user:admin` and `user:read:uesr:admin`.
std::pair<std::string_view, std::string_view> telling_parts(std::string_view a,
                                                            std::string_view b) {
  const auto behind_product = [](std::string_view name) {
    return name.substr(std::min(name.find(':'), name.size()));
  };
  a = behind_product(a);
  b = behind_product(b);
  const auto last = [](std::string_view name) { return name.substr(name.rfind(':')); };
  while (a.rfind(':') > 0 && b.rfind(':') > 0 && last(a) == last(b)) {
    a.remove_suffix(last(a).size());
    b.remove_suffix(last(b).size());
  }
  return {a, b};
}

bool is_scope_like(std::string_view name) {
  return name.find(':') != std::string_view::npos && name.find('/') == std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> nearest_of_product(std::string_view word,
                                                   std::span<const std::string_view> candidates) {
  const std::string_view written = product_of(word);
  const std::vector<std::string_view> products = products_of(candidates);
  const std::optional<std::string_view> meant =
      written.empty() ? std::optional<std::string_view>("") : nearest(written, products);
  if (!meant) return std::nullopt;
  std::vector<std::string_view> kin;
  for (const std::string_view name : candidates) {
    if (product_of(name) != *meant) continue;
    if (is_scope_like(word) && is_scope_like(name)) {
      const auto [a, b] = telling_parts(word, name);
      const std::size_t limit = std::max<std::size_t>(1, std::max(a.size(), b.size()) / 3);
      if (edit_distance(a, b, limit) > limit) continue;
    }
    kin.push_back(name);
  }
  const auto near = nearest(word, kin);
  const bool is_slip = near && edit_distance(word, *near, kSlips) <= kSlips;
  return written.empty() && !is_slip ? std::nullopt : near;
}

}  // namespace zoomc
