#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "review/checklist.h"

// The items that the guide asks for, as a table: each row is an item of some apps' checklists.
namespace zoomc::review {

// The parts of the checklist, in the order of the guide.
enum class GuidePart : std::uint8_t {
  file,
  need,
  create,
  scopes,
  credentials,
  connect,
  stage,
  review
};

// The facts that the rows are judged by.
struct Situation {
  const resolve::CompiledApp& cx;
  const lint::LintFacts& facts;
  std::string file_argument;
  // The platform receives the redirect and stores the credentials.
  bool is_hosted = false;
  bool is_published = false;
  // The parts of the app that need Zoom Phone.
  bool has_phone = false;
  model::Environment environment = model::Environment::development;
};

Situation make_situation(const resolve::CompiledApp& cx, const lint::LintFacts& facts,
                         const std::string& file_argument);

// Fills in an item's state, place and details. The account is null except for
// items of one account, and there where the file names none.
using Judge = void (*)(const Situation&, const model::Account*, CheckItem&);

struct ItemRow {
  std::string_view id;
  GuidePart part;
  // `{app}`, `{platform}`, `{region}`, `{regions}`, `{environment}`, `{scopes}`, `{events}`,
  // `{account}`,
  // `{authorizer}`, `{integrations}`, `{strict}`, `{subdomain}` stand for what they are in this
  // app.
  std::string_view text;
  // True if the app has the item.
  bool (*applies)(const Situation&);
  // Null: nothing in the file says anything about it, so it is always open.
  Judge judge = nullptr;
  // One item for each account.
  bool per_account = false;
};

std::span<const ItemRow> item_rows();

// The guide's own checklist: a line and the items that decide about it. It is there when the first
// of them is.
struct GuideRow {
  std::string_view text;
  std::span<const std::string_view> items;
};
std::span<const GuideRow> guide_rows();

std::string title_of(GuidePart part, const Situation& at);

// `text` with its `{names}` replaced.
std::string fill_in(std::string_view text, const Situation& at, const model::Account* account);

}  // namespace zoomc::review
