#pragma once
#include "review/checklist_items.h"

// What the file says about single items of the checklist.
namespace zoomc::judges {

void file(const Situation& at, const Account*, CheckItem& item);
void developer_account(const Situation& at, const Account*, CheckItem& item);
void phone_license(const Situation& at, const Account* account, CheckItem& item);
void workspace(const Situation& at, const Account*, CheckItem& item);
void general_app(const Situation& at, const Account*, CheckItem& item);
void app_name(const Situation& at, const Account*, CheckItem& item);
void app_credentials(const Situation& at, const Account*, CheckItem& item);
void manifest(const Situation& at, const Account*, CheckItem& item);
void redirect_url(const Situation& at, const Account*, CheckItem& item);
void allow_list(const Situation& at, const Account*, CheckItem& item);
void surface(const Situation& at, const Account*, CheckItem& item);
void scopes(const Situation& at, const Account*, CheckItem& item);
void scopes_page(const Situation& at, const Account*, CheckItem& item);
void events(const Situation& at, const Account*, CheckItem& item);
void reviewer_texts(const Situation& at, const Account*, CheckItem& item);
void texts_entered(const Situation& at, const Account*, CheckItem& item);
void integrations(const Situation& at, const Account*, CheckItem& item);
void tester(const Situation& at, const Account* account, CheckItem& item);
void authorizer(const Situation& at, const Account* account, CheckItem& item);
void reauthorization(const Situation& at, const Account* account, CheckItem& item);
void listing(const Situation& at, const Account*, CheckItem& item);
void domains(const Situation& at, const Account*, CheckItem& item);
void test_plan(const Situation& at, const Account*, CheckItem& item);

// The platform's integrations that the app uses, by their names in the dashboard.
std::vector<std::string> integration_titles(const Situation& at);

}  // namespace zoomc::judges
