#include "catalog_tools/update.h"

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "support/catch.h"

namespace zoomc::catalog_tools {
namespace {

using Names = std::vector<std::string>;

ApiCall call(const std::string& method, const std::string& path) {
  return {.method = method, .path = path, .id = "id", .name = "Name"};
}

CitedDocument cite(const std::string& name, ApiDocument document,
                   const std::string& date = "2026-11") {
  return {name, date, std::move(document)};
}

UpdatedCatalog update(const std::vector<CitedDocument>& documents) {
  return update_catalog(catalog::builtin_catalog(), documents);
}

const OperationRow& operation(const UpdatedCatalog& updated, const std::string& method,
                              const std::string& path) {
  for (const OperationRow& row : updated.operations) {
    if (row.method == method && row.path == path) return row;
  }
  FAIL("no such operation");
  return updated.operations.front();
}

const ScopeRow* scope(const UpdatedCatalog& updated, const std::string& name,
                      catalog::ScopeModel model) {
  for (const ScopeRow& row : updated.scopes) {
    if (row.name == name && row.model == model) return &row;
  }
  return nullptr;
}

TEST_CASE("what a document says takes the place of what was known") {
  ApiCall users = call("GET", "/users");
  users.granular = {"user:read:list_users:admin", "user:read:new"};
  users.classic = Names{};
  users.permissions = {"User:Edit", "User:Read"};
  users.prerequisites = {"a pro or higher plan with the webinar add-on"};
  users.errors = {{"404", {"1001", "Gone."}}};
  const UpdatedCatalog updated = update({cite("users.json", {"Users", {users}, {}})});
  const OperationRow& row = operation(updated, "GET", "/users");
  CHECK(row.product == "users");
  CHECK(row.id == "id");
  CHECK(row.name == "Name");
  CHECK(row.granular == Names{"user:read:list_users:admin", "user:read:new"});
  CHECK(row.classic.empty());
  CHECK(row.permissions == Names{"User:Edit", "User:Read"});
  CHECK(row.prerequisites == Names{"pro+", "webinar"});
  CHECK(row.errors == std::vector<ApiError>{{"404", {"1001", "Gone."}}});
  CHECK_FALSE(row.is_master);
  CHECK(row.origin.source == "users.json");
  CHECK(row.origin.date == "2026-11");
  CHECK(updated.documented_calls == 1);
  CHECK(updated.operations.size() == catalog::builtin_catalog().operations.size());
}

TEST_CASE("what it leaves out is kept and marked") {
  ApiCall users = call("GET", "/users");
  users.id.clear();
  users.granular = {"user:read:list_users:admin"};
  const UpdatedCatalog updated = update({cite("users.json", {"Users", {users}, {}})});
  const OperationRow& row = operation(updated, "GET", "/users");
  CHECK(row.id == "users");
  CHECK(row.classic == Names{"user:read", "user:read:admin", "user:write", "user:write:admin"});
  CHECK(row.permissions == Names{"User:Read"});
  CHECK(row.origin.source == "users.json; classic, operation_id, permissions kept from before");
  CHECK_FALSE(row.origin.is_kept);
  const OperationRow& other = operation(updated, "DELETE", "/users/{userId}");
  CHECK(other.origin.source ==
        "kept from the catalog of " + std::string(catalog::builtin_catalog().date));
  CHECK(other.origin.is_kept);
  CHECK(updated.left_out_calls == 118);
}

TEST_CASE("scopes that are named are documented from now on") {
  ApiCall first = call("GET", "/new");
  first.granular = {"a:read:new", "a:read:new:admin", "a:read:new:master", "imchat:bot"};
  first.classic = {"a:read:admin"};
  const UpdatedCatalog updated = update({cite("a.json", {"New Things!", {first}, {}})});
  CHECK(updated.products == Names{"new-things"});
  const auto level = [&](const char* name, catalog::ScopeModel model) {
    const ScopeRow* row = scope(updated, name, model);
    REQUIRE(row != nullptr);
    CHECK(row->origin.source == "a.json");
    CHECK(row->grants == catalog::Grants::operation);
    return row->level;
  };
  CHECK(level("a:read:new", catalog::ScopeModel::granular) == catalog::Level::user);
  CHECK(level("a:read:new:admin", catalog::ScopeModel::granular) == catalog::Level::admin);
  CHECK(level("a:read:new:master", catalog::ScopeModel::granular) == catalog::Level::master);
  CHECK(level("a:read:admin", catalog::ScopeModel::classic) == catalog::Level::admin);
  // Its level was known before it was documented, against its name.
  CHECK(level("imchat:bot", catalog::ScopeModel::granular) == catalog::Level::admin);
  CHECK(updated.now_documented == std::set<std::pair<std::string, catalog::ScopeModel>>{
                                      {"imchat:bot", catalog::ScopeModel::granular}});
  CHECK(updated.scopes.size() == catalog::builtin_catalog().scopes.size() + 4);
}

TEST_CASE("a scope of events grants operations too, and the app's own stay its own") {
  std::string of_event, own;
  for (const catalog::Scope& row : catalog::builtin_catalog().scopes) {
    if (row.model != catalog::ScopeModel::granular) continue;
    if (row.grants == catalog::Grants::event) of_event = row.name;
    if (row.grants == catalog::Grants::app_owned) own = row.name;
  }
  REQUIRE_FALSE(of_event.empty());
  REQUIRE_FALSE(own.empty());
  ApiCall first = call("GET", "/new");
  first.granular = {of_event, own};
  const UpdatedCatalog updated = update({cite("methods/a.json", {"", {first}, {}})});
  CHECK(updated.products == Names{"a"});
  CHECK(scope(updated, of_event, catalog::ScopeModel::granular)->grants ==
        catalog::Grants::event_and_operation);
  CHECK(scope(updated, own, catalog::ScopeModel::granular)->grants == catalog::Grants::app_owned);
}

TEST_CASE("the first of two descriptions counts") {
  ApiCall first = call("GET", "/new");
  ApiCall second = first;
  second.name = "Other";
  second.place = {3, 9};
  const UpdatedCatalog updated =
      update({cite("a.json", {"A", {first}, {}}), cite("b.json", {"B", {second, second}, {}})});
  CHECK(operation(updated, "GET", "/new").name == "Name");
  CHECK(operation(updated, "GET", "/new").product == "a");
  REQUIRE(updated.repeated.size() == 2);
  CHECK(updated.repeated[0].document == 1);
  CHECK(updated.repeated[0].earlier == 0);
  CHECK(updated.repeated[0].name == "GET /new");
  CHECK(updated.repeated[0].place.begin == 3);
}

TEST_CASE("a document is of the product of most of its calls") {
  const UpdatedCatalog updated =
      update({cite("x.json", {"Anything",
                              {call("GET", "/users"), call("GET", "/users/{userId}"),
                               call("GET", "/phone/recordings"), call("GET", "/x")},
                              {}})});
  CHECK(updated.products == Names{"users"});
  CHECK(operation(updated, "GET", "/x").product == "users");
  // What is known is of the product that it was of.
  CHECK(operation(updated, "GET", "/phone/recordings").product == "phone");
}

const EventRow& event_row(const UpdatedCatalog& updated, const std::string& name) {
  for (const EventRow& row : updated.events) {
    if (row.name == name) return row;
  }
  FAIL("no such event");
  return updated.events.front();
}

ApiDocument calls(std::vector<ApiCall> list) {
  return {"A", std::move(list), {}};
}

ApiDocument events(std::vector<ApiEvent> list) {
  return {"Team Chat", {}, std::move(list)};
}

TEST_CASE("the latest of several documents counts, whatever their order") {
  ApiCall old = call("GET", "/new");
  old.granular = {"a:read:old"};
  old.classic = {"a:read"};
  old.errors = {{"404", {"1", "Old."}}};
  old.is_deprecated = true;
  ApiCall recent = call("GET", "/new");
  recent.name = "Recent";
  recent.granular = {"a:read:recent"};
  for (const bool is_reversed : {false, true}) {
    std::vector<CitedDocument> documents{cite("m/old.json", calls({old}), "2026-03"),
                                         cite("m/recent.json", calls({recent}), "2026-08")};
    if (is_reversed) std::swap(documents[0], documents[1]);
    const UpdatedCatalog updated = update(documents);
    CHECK(updated.repeated.empty());
    CHECK(updated.documented_calls == 1);
    const OperationRow& row = operation(updated, "GET", "/new");
    CHECK(row.name == "Recent");
    CHECK(row.granular == Names{"a:read:recent"});
    // What the latest leaves out is the older one's, and says so.
    CHECK(row.classic == Names{"a:read"});
    CHECK(row.errors == std::vector<ApiError>{{"404", {"1", "Old."}}});
    CHECK(row.origin.source == "m/recent.json; classic from m/old.json of 2026-03");
    CHECK(row.origin.date == "2026-08");
    CHECK(scope(updated, "a:read:old", catalog::ScopeModel::granular) == nullptr);
    CHECK(scope(updated, "a:read:recent", catalog::ScopeModel::granular) != nullptr);
    CHECK(std::ranges::none_of(updated.deprecations, [](const DeprecationRow& known) {
      return known.what == "GET /new";
    }));
  }
}

TEST_CASE("calls of the master-account API are marked") {
  ApiCall own = call("GET", "/accounts/{accountId}/new");
  own.granular = {"a:read:own:admin"};
  ApiCall master = own;
  master.granular = {"a:read:own:master"};
  const ApiCall other = call("GET", "/accounts/{accountId}/other");
  const ApiCall settings = call("GET", "/accounts/{accountId}/settings");
  REQUIRE(catalog::find_operation(catalog::builtin_catalog(), settings.method, settings.path));
  const UpdatedCatalog updated = update(
      {cite("master/a.json", calls({master, other, settings}), "2026-11"),
       cite("methods/a.json", calls({own, call("GET", "/x"), call("GET", "/y")}), "2026-03")});
  CHECK(updated.documented_calls == 3);
  CHECK(updated.documented_master_calls == 1);
  CHECK(updated.repeated.empty());
  // Both have it: it is the account's own.
  const OperationRow& row = operation(updated, "GET", "/accounts/{accountId}/new");
  CHECK_FALSE(row.is_master);
  CHECK(row.granular == Names{"a:read:own:admin"});
  CHECK(row.origin.source == "methods/a.json");
  CHECK(operation(updated, "GET", "/accounts/{accountId}/other").is_master);
  // It was known as the account's own.
  CHECK_FALSE(operation(updated, "GET", "/accounts/{accountId}/settings").is_master);
  CHECK(operation(updated, "GET", "/accounts/{accountId}/settings").origin.is_kept);
}

TEST_CASE("the basis of an event is what its page names") {
  const UpdatedCatalog updated = update({cite(
      "events/c.json", events({{.name = "chat_message.sent",
                                .granular = Names{"chat:read:new"},
                                .classic = Names{"chat:read"},
                                .is_deprecated = true},
                               {.name = "new.scopeless"},
                               {.name = "new.classic", .classic = Names{"chat:read"}},
                               {.name = "chat_message.updated"},
                               {.name = "session.rtms_started", .granular = Names{"a:b:c"}}}))});
  CHECK(updated.documented_events == 5);
  CHECK(updated.products == Names{"team-chat"});
  const EventRow& sent = event_row(updated, "chat_message.sent");
  CHECK(sent.basis == catalog::EventBasis::documented);
  CHECK(sent.granular == Names{"chat:read:new"});
  CHECK(sent.classic == Names{"chat:read"});
  CHECK(sent.origin.source == "events/c.json");
  CHECK(event_row(updated, "new.scopeless").basis == catalog::EventBasis::none);
  CHECK(event_row(updated, "new.scopeless").product == "team-chat");
  CHECK(event_row(updated, "new.classic").basis == catalog::EventBasis::documented);
  CHECK(event_row(updated, "new.classic").granular.empty());
  // Known without scopes.
  CHECK(event_row(updated, "session.rtms_started").basis == catalog::EventBasis::documented);
  CHECK(event_row(updated, "session.rtms_started").product == "rtms");
  CHECK(event_row(updated, "session.rtms_stopped").basis == catalog::EventBasis::unknown);
  CHECK(event_row(updated, "session.rtms_stopped").origin.is_kept);
  const ScopeRow* of_event = scope(updated, "chat:read:new", catalog::ScopeModel::granular);
  REQUIRE(of_event != nullptr);
  CHECK(of_event->grants == catalog::Grants::event);
  CHECK(updated.events.size() == catalog::builtin_catalog().events.size() + 2);
  const auto gone =
      std::ranges::find(updated.deprecations, "chat_message.sent", &DeprecationRow::what);
  REQUIRE(gone != updated.deprecations.end());
  CHECK(gone->since.empty());
  CHECK(gone->origin.source == "events/c.json");
}

TEST_CASE(
    "what the documented scopes of an event leave out is kept, a page without scopes is not") {
  const UpdatedCatalog classic_only = update(
      {cite("e.json", events({{.name = "meeting.started", .classic = Names{"meeting:read"}}}))});
  const EventRow& row = event_row(classic_only, "meeting.started");
  CHECK(row.granular ==
        Names{"meeting:read:meeting", "meeting:read:meeting:admin", "meeting:read:meeting:master"});
  CHECK(row.origin.source == "e.json; granular kept from before");
  const UpdatedCatalog none = update({cite("e.json", events({{.name = "meeting.started"}}))});
  CHECK(event_row(none, "meeting.started").granular.empty());
  CHECK(event_row(none, "meeting.started").basis == catalog::EventBasis::none);
  CHECK(event_row(none, "meeting.started").origin.source == "e.json");
}

TEST_CASE("an end that is known stays as it is") {
  ApiCall logs = call("GET", "/phone/call_logs");
  logs.is_deprecated = true;
  const UpdatedCatalog updated = update({cite("p.json", calls({logs}))});
  const auto row =
      std::ranges::find(updated.deprecations, "GET /phone/call_logs", &DeprecationRow::what);
  REQUIRE(row != updated.deprecations.end());
  CHECK(row->since == "2026-04");
  CHECK(row->successors == "GET /phone/call_history");
  CHECK(row->origin.is_kept);
  CHECK(updated.deprecations.size() == catalog::builtin_catalog().deprecations.size());
}

TEST_CASE("the longest phrase of a prerequisite at a place counts") {
  const std::vector<std::string_view> pro{"pro", "pro or higher"}, phone{"phone license"},
      both{"phone license or rooms license"}, business{"business or higher"};
  const std::vector<catalog::Prerequisite> known{{"business+", "", business},
                                                 {"phone", "", phone},
                                                 {"phone|rooms", "", both},
                                                 {"pro+", "", pro}};
  CHECK(prerequisite_words({"a pro or higher plan", "phone license"}, known) ==
        Names{"phone", "pro+"});
  CHECK(prerequisite_words({"a phone license or rooms license."}, known) == Names{"phone|rooms"});
  CHECK(prerequisite_words({"a microphone license", "phone licenses", "proper"}, known).empty());
  CHECK(prerequisite_words({"pro", "pro or higher"}, known) == Names{"pro+"});
  CHECK(prerequisite_words({}, known).empty());
}

TEST_CASE("tables of one update are those of the next") {
  ApiCall users = call("GET", "/users");
  users.granular = {"user:read:list_users:admin"};
  users.errors.emplace();
  ApiCall fresh = call("POST", "/new");
  fresh.errors = {{"404", {"1001", "Gone."}}};
  fresh.is_deprecated = true;
  const std::vector<CitedDocument> documents{
      cite("methods/a.json", {"A", {users, fresh}, {}}),
      cite("events/a.json", events({{.name = "a.b", .classic = Names{"user:read"}}}))};
  const auto first = update_tables(update(documents), {});
  const auto again = update_tables(update(documents), first);
  Names written;
  for (const auto& [name, bytes] : first) written.push_back(name);
  CHECK(written ==
        Names{"call_errors.tsv", "deprecations.tsv", "events.tsv", "operations.tsv", "scopes.tsv"});
  const bool is_same = first == again;
  CHECK(is_same);
  CHECK(first.at("call_errors.tsv").find("POST /new\t404\t1001\tGone.\n") != std::string::npos);
  CHECK(first.at("deprecations.tsv").find("\nPOST /new\t\t\tmethods/a.json\t2026-11\n") !=
        std::string::npos);
  // No reply of the call is known any more.
  CHECK(first.at("call_errors.tsv").find("\nGET /users\t") == std::string::npos);
}

TEST_CASE("only the tables of what the documents have are written") {
  const auto tables = update_tables(update({cite("e.json", events({{.name = "a.b"}}))}), {});
  CHECK(tables.size() == 1);
  CHECK(tables.contains("events.tsv"));
}

}  // namespace
}  // namespace zoomc::catalog_tools
