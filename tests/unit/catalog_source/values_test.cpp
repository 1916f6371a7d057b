#include <string>

#include "catalog_source/load.h"
#include "fixture.h"
#include "support/catch.h"

// Mistakes in what the rows say.
namespace zoomc::catalog_source {
namespace {

using Lines = std::vector<std::string>;

// The problems of the small catalog with one text in one file replaced.
Lines changed(const std::string& file, std::string_view from, std::string_view to) {
  return problems_of(file, replaced(small_catalog().at(file), from, to));
}

TEST_CASE("words that a column does not allow") {
  CHECK(changed("scopes.tsv", "odd:read\tgranular\tuser\tseen", "odd:read\tgranula\tusr\tsene") ==
        Lines{"c/scopes.tsv:9:10-9:17 catalog-value unknown model `granula`: it is `granular` or "
              "`classic`",
              "  = did you mean `granular`?",
              "c/scopes.tsv:9:18-9:21 catalog-value unknown level `usr`: it is `user`, `admin`, "
              "`master` or `app`",
              "  = did you mean `user`?",
              "c/scopes.tsv:9:22-9:26 catalog-value unknown grants `sene`: it is `operation`, "
              "`event`, `event+operation`, `manifest`, `seen` or `app-owned`",
              "  = did you mean `seen`?"});
  CHECK(changed("events.tsv", "derived", "by ear") ==
        Lines{"c/events.tsv:5:42-5:48 catalog-value unknown basis `by ear`: it is `documented`, "
              "`derived`, `none` or `unknown`"});
  CHECK(
      changed("features.tsv", "users.read\tadmin", "users.read\tAdmin") ==
      Lines{"c/features.tsv:5:12-5:17 catalog-value unknown level `Admin`: it is `admin` or `any`",
            "  = did you mean `admin`?"});
  CHECK(changed("operations.tsv", "GET\t/users\t", "get\t/users\t") ==
        Lines{"c/operations.tsv:5:7-5:10 catalog-value unknown method `get`: it is `GET`, `HEAD`, "
              "`POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`",
              "  = did you mean `GET`?"});
}

TEST_CASE("a scope of an unknown model is not missed by other tables") {
  CHECK(changed("scopes.tsv", "user:read:user:admin\tgranular", "user:read:user:admin\tx") ==
        Lines{"c/scopes.tsv:5:22-5:23 catalog-value unknown model `x`: it is `granular` or "
              "`classic`"});
}

TEST_CASE("cells that may not be empty") {
  CHECK(changed("scopes.tsv", "odd:read\tgranular\tuser\tseen", " \t\t\tseen") ==
        Lines{"c/scopes.tsv:9:1 catalog-value the cell of column `scope` is empty",
              "c/scopes.tsv:9:3 catalog-value the cell of column `model` is empty",
              "c/scopes.tsv:9:4 catalog-value the cell of column `level` is empty"});
  CHECK(changed("operation_phrases.tsv", "GET /users\tlists users\tlists no users",
                "GET /users\t\t") ==
        Lines{"c/operation_phrases.tsv:4:12 catalog-value the cell of column `does` is empty",
              "c/operation_phrases.tsv:4:13 catalog-value the cell of column `without` is empty"});
  CHECK(changed("features.tsv", "\tFind users", "\t") ==
        Lines{"c/features.tsv:6:40 catalog-value the cell of column `phrase` is empty"});
  CHECK(changed("composites.tsv", "users.read;users.find\tList and find users", "\t") ==
        Lines{"c/composites.tsv:4:11 catalog-value the cell of column `members` is empty",
              "c/composites.tsv:4:12 catalog-value the cell of column `phrase` is empty"});
}

TEST_CASE("names that are none") {
  CHECK(changed("scopes.tsv", "odd:read\t", "odd read\t") ==
        Lines{"c/scopes.tsv:9:4-9:5 catalog-value column `scope` takes one name, without spaces, "
              "commas or semicolons"});
  CHECK(changed("operations.tsv", "\tusers\tList", "\tlist users\tList") ==
        Lines{"c/operations.tsv:5:22-5:23 catalog-value column `operation_id` takes one name, "
              "without spaces, commas or semicolons"});
  CHECK(changed("operations.tsv", "GET\t/users\t", "GET\tusers\t") ==
        Lines{"c/operations.tsv:5:11-5:16 catalog-value the path `users` does not begin with `/`"});
  CHECK(changed("features.tsv", "users.find\t", "users.find.all\t").at(2) ==
        "c/features.tsv:6:1-6:15 catalog-value `users.find.all` is not of the form `group.action`");
  CHECK(changed("composites.tsv", "users.all", "everything") ==
        Lines{"c/composites.tsv:4:1-4:11 catalog-value `everything` is not of the form "
              "`group.action`"});
}

TEST_CASE("references to what has no row") {
  CHECK(changed("operations.tsv", "user:read:user,user:read:user:admin\tuser:read\t",
                "user:read:usr, imchat:bot\tuser:read:user\t") ==
        Lines{"c/operations.tsv:4:43-4:56 catalog-reference unknown granular scope "
              "`user:read:usr`: scopes.tsv has no row for it",
              "  = did you mean `user:read:user`?",
              "c/operations.tsv:4:69-4:83 catalog-reference unknown classic scope "
              "`user:read:user`: scopes.tsv has no row for it"});
  CHECK(
      changed("events.tsv", "imchat:bot\timchat:bot\tderived", "\tzzz\tderived") ==
      Lines{"c/events.tsv:5:21-5:24 catalog-reference unknown classic scope `zzz`: scopes.tsv has "
            "no row for it"});
  CHECK(changed("features.tsv", "\tGET /users\tfinds", "\tGET /user\tfinds") ==
        Lines{"c/features.tsv:6:17-6:26 catalog-reference unknown operation `GET /user`: "
              "operations.tsv has no row for it",
              "  = did you mean `GET /users`?"});
  CHECK(changed("composites.tsv", "users.find", "users.fnid") ==
        Lines{"c/composites.tsv:4:22-4:32 catalog-reference unknown feature `users.fnid`: "
              "features.tsv has no row for it",
              "  = did you mean `users.find`?"});
}

TEST_CASE("an operation is named to the letter in features.tsv") {
  CHECK(changed("features.tsv", "sign_in\tany\tuser_profile,user:read\tGET /users/{userId}",
                "sign_in\tany\tuser_profile,user:read\tGET /users/me") ==
        Lines{"c/features.tsv:4:36-4:49 catalog-reference unknown operation `GET /users/me`: "
              "operations.tsv has no row for it",
              "  = did you mean `GET /users`?"});
}

TEST_CASE("lists with empty and repeated names") {
  CHECK(changed("operations.tsv", "user:read:user,user:read:user:admin\tuser:read\t",
                "user:read:user,,user:read:user\tuser:read,\t") ==
        Lines{"c/operations.tsv:4:58 catalog-value the list has an empty name: remove the `,`",
              "c/operations.tsv:4:59-4:73 catalog-duplicate `user:read:user` is in the list twice: "
              "remove one",
              "  ~ 4:43-4:57 first here",
              "c/operations.tsv:4:84 catalog-value the list has an empty name: remove the `,`"});
}

TEST_CASE("words that no rule would ever find") {
  CHECK(
      changed("words.tsv", "official\tofficial", "official\tOfficial, very official") ==
      Lines{"c/words.tsv:10:10-10:11 catalog-value `Official` has an upper-case letter: the words "
            "of the list `official` are lower case",
            "c/words.tsv:10:24-10:25 catalog-value `very official` has a space: the list "
            "`official` takes single words"});
  CHECK(changed("words.tsv", "example.com", "Example Com") ==
        Lines{"c/words.tsv:7:14-7:15 catalog-value `Example Com` has an upper-case letter: the "
              "words of the list `example-host` are lower case"});
}

TEST_CASE("a list of words that is unknown or has none") {
  CHECK(changed("words.tsv", "zoom-product", "zoom-prodct") ==
        Lines{"c/words.tsv:9:1-9:12 catalog-value unknown list `zoom-prodct`: it is `stop`, "
              "`placeholder`, `example-host`, `reserved-host`, `zoom-product` or `official`",
              "  = did you mean `zoom-product`?"});
  CHECK(changed("words.tsv", "zoom-product\tphone\t\n", "") ==
        Lines{"c/words.tsv:3:1-3:17 catalog-empty-table the list `zoom-product` has no words: add "
              "a row for it"});
  CHECK(changed("words.tsv", "zoom-product\tphone\t", "zoom-product\t\t") ==
        Lines{"c/words.tsv:3:1-3:17 catalog-empty-table the list `zoom-product` has no words: add "
              "a row for it",
              "c/words.tsv:9:14 catalog-value the cell of column `words` is empty"});
  // What the broken row was about is not known.
  CHECK(
      changed("words.tsv", "zoom-product\tphone\t\n", "zoom-product\n") ==
      Lines{"c/words.tsv:9:1-9:13 catalog-cell-count the row has 1 cell and the header line 3: an "
            "empty cell needs its tab too"});
}

TEST_CASE("rows about the same thing") {
  CHECK(changed("words.tsv", "is, isn't", "is,, the, is") ==
        Lines{"c/words.tsv:5:9 catalog-value the list has an empty name: remove the `,`",
              "c/words.tsv:5:11-5:14 catalog-duplicate there are two rows for `the`: remove one",
              "  ~ 4:6-4:9 first here",
              "c/words.tsv:5:16-5:18 catalog-duplicate `is` is in the list twice: remove one",
              "  ~ 5:6-5:8 first here"});
  CHECK(changed("scopes.tsv", "odd:read\tgranular\tuser", "user:read:user\tgranular\tadmin") ==
        Lines{"c/scopes.tsv:9:1-9:15 catalog-duplicate there are two rows for `user:read:user`: "
              "remove one",
              "  ~ 4:1-4:15 first here"});
  CHECK(problems_of("operations.tsv",
                    small_catalog().at("operations.tsv") + "x\tGET\t/users\tother\t\t\t\t\t\t\n") ==
        Lines{"c/operations.tsv:6:7-6:13 catalog-duplicate there are two rows for `GET /users`: "
              "remove one",
              "  ~ 5:11-5:17 first here"});
  CHECK(changed("events.tsv", "bot.installed", "user.created") ==
        Lines{"c/events.tsv:5:1-5:13 catalog-duplicate there are two rows for `user.created`: "
              "remove one",
              "  ~ 4:1-4:13 first here"});
  CHECK(changed("operation_phrases.tsv", "GET /users\tlists users\tlists no users\n",
                "GET /users\tlists users\tlists no users\nGET /users\tb\tc\n") ==
        Lines{"c/operation_phrases.tsv:5:1-5:11 catalog-duplicate there are two rows for "
              "`GET /users`: remove one",
              "  ~ 4:1-4:11 first here"});
  CHECK(changed("composites.tsv", "users.all\t", "users.find\t") ==
        Lines{"c/composites.tsv:4:1-4:11 catalog-duplicate `users.find` is a feature already: give "
              "the composite another name"});
}

TEST_CASE("a call of a platform names a feature and a call that the feature does not make") {
  CHECK(changed("platform_calls.tsv", "users.find\tGET /users/{userId}", "users.fnd\tGET /user") ==
        Lines{"c/platform_calls.tsv:4:6-4:15 catalog-reference unknown feature `users.fnd`: "
              "features.tsv has no row for it",
              "  = did you mean `users.find`?",
              "c/platform_calls.tsv:4:16-4:25 catalog-reference unknown operation `GET /user`: "
              "operations.tsv has no row for it",
              "  = did you mean `GET /users`?"});
  CHECK(changed("platform_calls.tsv", "GET /users/{userId}", "GET /users") ==
        Lines{"c/platform_calls.tsv:4:17-4:27 catalog-reference `users.find` calls `GET /users` "
              "anyway: remove this row"});
  CHECK(changed("platform_calls.tsv", "acme\t", "\t") ==
        Lines{"c/platform_calls.tsv:4:1 catalog-value the cell of column `platform` is empty"});
}

TEST_CASE("a feature that is there twice is one mistake") {
  CHECK(problems_of("features.tsv", small_catalog().at("features.tsv") +
                                        "users.find\tany\t\tGET /users\t\t\tFind users\n") ==
        Lines{"c/features.tsv:7:1-7:11 catalog-duplicate there are two rows for `users.find`: "
              "remove one",
              "  ~ 6:1-6:11 first here"});
}

TEST_CASE("phrases that a reviewer could not tell apart") {
  CHECK(changed("features.tsv", "Find users", "List users") ==
        Lines{"c/features.tsv:6:40-6:50 catalog-duplicate `users.read` has the phrase `List users` "
              "too: a reviewer must be able to tell them apart"});
  CHECK(changed("composites.tsv", "List and find users", "Find users") ==
        Lines{"c/composites.tsv:4:33-4:43 catalog-duplicate `users.find` has the phrase "
              "`Find users` too: a reviewer must be able to tell them apart"});
}

TEST_CASE("a known level needs a scope that has no documentation") {
  CHECK(changed("known_levels.tsv", "imchat:bot\tgranular", "imchat:bot\tclassic") ==
        Lines{"c/known_levels.tsv:4:1-4:11 catalog-value `imchat:bot` has the grants `operation`, "
              "so its level is known anyway: remove the row"});
  CHECK(changed("known_levels.tsv", "imchat:bot\tgranular", "imchat:boot\tgranular") ==
        Lines{"c/known_levels.tsv:4:1-4:12 catalog-reference unknown granular scope `imchat:boot`: "
              "scopes.tsv has no row for it",
              "  = did you mean `imchat:bot`?"});
}

TEST_CASE("a test step is about a call of its feature, and differs from every other") {
  CHECK(
      changed("test_steps.tsv", "users.find\tGET /users\t", "users.find\tGET /users/{userId}\t") ==
      Lines{"c/test_steps.tsv:7:12-7:31 catalog-reference `users.find` does not call "
            "`GET /users/{userId}`: a step shows a call of its feature"});
  CHECK(changed("test_steps.tsv", "users.find", "users.fnid") ==
        Lines{"c/test_steps.tsv:7:1-7:11 catalog-reference unknown feature `users.fnid`: "
              "features.tsv has no row for it",
              "  = did you mean `users.find`?"});
  CHECK(changed("test_steps.tsv", "find a user", "open a user") ==
        Lines{"c/test_steps.tsv:7:24-7:35 catalog-duplicate `users.read GET /users/{userId}` has "
              "the action `open a user` too: a reviewer must be able to tell the steps apart"});
  CHECK(problems_of("test_steps.tsv", small_catalog().at("test_steps.tsv") +
                                          "users.find\tGET /users\t\tfind a user\tthat user\n") ==
        Lines{"c/test_steps.tsv:8:1-8:11 catalog-duplicate there are two rows for "
              "`users.find GET /users`: remove one",
              "  ~ 7:1-7:11 first here"});
  CHECK(changed("test_steps.tsv", "\tconnect\tyour name", "\t\t") ==
        Lines{"c/test_steps.tsv:4:30 catalog-value the cell of column `action` is empty",
              "c/test_steps.tsv:4:31 catalog-value the cell of column `expect` is empty"});
}

TEST_CASE("a call of a feature needs its test step") {
  CHECK(changed("test_steps.tsv", "users.find\tGET /users\t\tfind a user\tthat user\n", "") ==
        Lines{"c/test_steps.tsv:3:1-3:40 catalog-reference there is no row for `users.find` and "
              "`GET /users`, which it calls"});
}

TEST_CASE("a call of a feature needs its phrases") {
  CHECK(changed("operation_phrases.tsv", "GET /users\tlists users\tlists no users\n", "") ==
        Lines{"c/operation_phrases.tsv:3:1-3:23 catalog-reference there is no row for "
              "`GET /users`, which `users.find` calls"});
}

}  // namespace
}  // namespace zoomc::catalog_source
