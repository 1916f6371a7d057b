#include "model/lists.h"
#include "model/mapping_reader.h"
#include "model/sections.h"
#include "model/values.h"

namespace zoomc::model {
namespace {

std::optional<Account> read_account(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kAccountSection);
  if (!mapping) return std::nullopt;
  return Account{.span = slot.value->span,
                 .name = mapping->get("name", read_text).value_or(Text{}),
                 .email = mapping->get("email", read_word),
                 .same_account = mapping->get("same_account", read_boolean),
                 .tester = mapping->get("tester", read_boolean),
                 .zoom_phone = mapping->get("zoom_phone", read_boolean),
                 .authorizer = mapping->get("authorizer", read_enum<Authorizer>),
                 .authorized_with = mapping->get("authorized_with", read_enum<Environment>)};
}

}  // namespace

std::vector<Account> read_accounts(Reading& reading, const Slot& slot) {
  std::vector<Account> accounts;
  for_each_entry(reading, slot, [&](const Slot& entry) {
    if (auto account = read_account(reading, entry)) accounts.push_back(*std::move(account));
  });
  return accounts;
}

}  // namespace zoomc::model
