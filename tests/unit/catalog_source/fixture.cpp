#include "fixture.h"

#include <utility>

#include "source/line_index.h"
#include "support/catch.h"
#include "support/memory_file_system.h"

namespace zoomc::catalog_source {
namespace {

std::string show(const LineIndex& lines, Span span) {
  const auto place = [&](std::uint32_t offset) {
    const LineColumn at = lines.position(offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  };
  return span.empty() ? place(span.begin) : place(span.begin) + "-" + place(span.end);
}

void add(const CatalogFileProblems& file, std::vector<std::string>& lines) {
  const LineIndex index(file.file.text);
  for (const Diagnostic& found : file.findings) {
    lines.push_back(file.file.path + ":" + show(index, found.primary) + " " +
                    std::string(found.id) + " " + found.message);
    for (const Label& label : found.labels) {
      lines.push_back("  ~ " + show(index, label.span) + " " + label.text);
    }
    for (const std::string& hint : found.hints) lines.push_back("  = " + hint);
  }
}

}  // namespace

std::map<std::string, std::string> small_catalog() {
  return {
      {"scopes.tsv",
       "# source: Zoom\n# date: 2026-08\n"
       "scope\tmodel\tlevel\tgrants\n"
       "user:read:user\tgranular\tuser\toperation\n"
       "user:read:user:admin\tgranular\tadmin\tevent+operation\n"
       "user:read\tclassic\tuser\toperation\n"
       "imchat:bot\tgranular\tadmin\tmanifest\n"
       "imchat:bot\tclassic\tuser\toperation\n"
       "odd:read\tgranular\tuser\tseen\n"
       "own:write\tgranular\tapp\tapp-owned\n"},
      {"known_levels.tsv",
       "# source: Zoom\n# date: 2026-07\nscope\tmodel\treason\n"
       "imchat:bot\tgranular\tthe validator says so\n"},
      {"implied_scopes.tsv",
       "# source: Zoom\n# date: 2026-07\nscope\tbecause_of\teffect\n"
       "user:read:user\timchat:bot\tuses\n"
       "user:read\tfeatures.odd.enable\tneeds\n"},
      {"operations.tsv",
       "# source: Zoom\n# date: 2026-08-02\n"
       "product\tmethod\tpath\toperation_id\tname\tgranular\tclassic\tpermissions\tprerequisites"
       "\taccount\n"
       "users\tGET\t/users/{userId}\tuser\tGet a "
       "user\tuser:read:user,user:read:user:admin\tuser:read\tUser:Read\tphone;pro+\t\n"
       "users\tGET\t/users\tusers\tList users\tuser:read:user:admin\t\t\t\t\n"},
      {"prerequisites.tsv",
       "# source: Zoom\n# date: 2026-07\nword\ttitle\tphrases\n"
       "pro+\ta Pro plan or higher\tpro or higher|pro plan\n"
       "phone\ta phone license\tphone license\n"},
      {"corrections.tsv",
       "# source: Zoom\n# date: 2026-07\noperation\tmodel\tscopes\treason\n"
       "GET /users/{userId}\tclassic\tuser:read\tthe document forgets it\n"},
      {"call_errors.tsv",
       "# source: Zoom\n# date: 2026-07\noperation\tstatus\tcode\ttext\n"
       "GET /users/{userId}\t404\t1001\tUser does not exist: {userId}.\n"
       "GET /users\t400\t300\tInvalid page size.\n"
       "GET /users/{userId}\t400\t1010\tUser not found.\n"},
      {"deprecations.tsv",
       "# source: Zoom\n# date: 2026-07\nwhat\tsince\tsuccessors\n"
       "GET /users\t2027-01\tGET /users/{userId}\n"
       "user.created\t\t\n"},
      {"operation_phrases.tsv",
       "# source: us\n# date: 2026-08\noperation\tdoes\twithout\n"
       "GET /users\tlists users\tlists no users\n"
       "GET /users/{userId}\treads a user\treads no user\n"},
      {"events.tsv",
       "# source: Zoom\n# date: 2026-08\nevent\tproduct\tgranular\tclassic\tbasis\n"
       "user.created\tusers\tuser:read:user:admin\tuser:read\tdocumented\n"
       "bot.installed\tchat\timchat:bot\timchat:bot\tderived\n"},
      {"features.tsv",
       "# source: guide\n# date: 2026-08\n"
       "feature\tlevel\tguide_scopes\toperations\tguide_shortfall\tnote\tphrase\n"
       "sign_in\tany\tuser_profile,user:read\tGET /users/{userId}\t\talways\tIdentify the user\n"
       "users.read\tadmin\tuser:read:user:admin\tGET /users;GET /users/{userId}\t\t\tList users\n"
       "users.find\tany\t\tGET /users\tfinds none\t\tFind users\n"},
      {"test_steps.tsv",
       "# source: us\n# date: 2026-08\nfeature\toperation\taccount\taction\texpect\n"
       "sign_in\tGET /users/{userId}\t\tconnect\tyour name\n"
       "users.read\tGET /users\thas users\topen the users\tall of them\n"
       "users.read\tGET /users/{userId}\thas users\topen a user\tthe name\n"
       "users.find\tGET /users\t\tfind a user\tthat user\n"},
      {"platform_calls.tsv",
       "# source: acme\n# date: 2026-08\nplatform\tfeature\toperation\tused_by\n"
       "acme\tusers.find\tGET /users/{userId}\tAcme's Get of a user\n"},
      {"composites.tsv",
       "# source: guide\n# date: 2026-08\ncomposite\tmembers\tphrase\n"
       "users.all\tusers.read;users.find\tList and find users\n"},
      {"words.tsv",
       "# source: zoomc\n# date: 2026-08\nlist\twords\tabout\n"
       "stop\tthe, a\tarticles\n"
       "stop\tis, isn't\tforms of be\n"
       "placeholder\tTODO, lorem ipsum\tto come\n"
       "example-host\texample.com\t\n"
       "reserved-host\texample\t\n"
       "zoom-product\tphone\t\n"
       "official\tofficial\t\n"},
      {"secret_fields.tsv",
       "# source: zoomc\n# date: 2026-08\nlist\twords\tabout\n"
       "secret-field\tclient secret\t\n"
       "key-field\tauthorization\t\n"
       "harmless-field\tpage token\t\n"
       "readable-field\tid\t\n"
       "custom-header\tcustom header\t\n"
       "pair-name\tname\t\n"
       "pair-value\tvalue\t\n"
       "key-prefix\tAKIA\t\n"
       "reference\tvault:\t\n"
       "stand-in\tnone\t\n"},
      {"errors.tsv",
       "# source: Zoom\n# date: 2026-08\ntexts\tcodes\tcause\tways_out\tshows\tfeatures\trules\n"
       "Bad redirect|Redirect: … is bad\t4700,12\tIt is bad.\tmend it|or do not\tredirects\t\t"
       "redirect-url-mismatch,invalid-url\n"
       "It went wrong.\t\tIt did.\tgo on\t\t\t\n"},
      {"symptoms.tsv",
       "# source: guide\n# date: 2026-08\n"
       "symptom\tabout\ttrouble\tcause\tways_out\tshows\tfeatures\trules\n"
       "users are missing\tuser,people\tmissing,no\tA scope is missing.\tadd it\t\t"
       "users.find;users.read\t\n"},
      {"platforms/acme.yaml",
       "id: acme\ntitle: Acme\nsource: https://acme.example/docs\ndate: 2026-07-02\n"
       "regions:\n"
       "  - {id: us, title: US, redirect_url: https://api.acme.example/code}\n"
       "  - {id: eu, title: EU, redirect_url: https://eu.acme.example/code}\n"
       "sign_in: sign_in\nguide_names: true\n"
       "integrations:\n"
       "  - {id: zoom, title: Zoom, feature_groups: [users]}\n"
       "  - {id: other, title: Other, feature_groups: [], products: [chat]}\n"},
  };
}

tl::expected<LoadedCatalog, CatalogProblems> load(const std::map<std::string, std::string>& files,
                                                  const catalog::Catalog* fallback) {
  MemoryFileSystem memory;
  std::vector<std::string> names;
  for (const auto& [name, text] : files) {
    memory.put("c/" + name, text);
    names.push_back(name);
  }
  return load_catalog(memory, "c", names, fallback);
}

std::vector<std::string> problems(const std::map<std::string, std::string>& files,
                                  const catalog::Catalog* fallback) {
  const auto loaded = load(files, fallback);
  std::vector<std::string> lines;
  if (loaded) return lines;
  for (const CatalogFileProblems& file : loaded.error().files) add(file, lines);
  for (const IoError& error : loaded.error().io_errors) lines.push_back(error.message);
  return lines;
}

std::vector<std::string> problems_of(const std::string& file, std::string text) {
  auto files = small_catalog();
  files[file] = std::move(text);
  return problems(files);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(from, at + 1) == std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace zoomc::catalog_source
