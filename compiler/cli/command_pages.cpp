#include "cli/command_pages.h"

#include <array>

namespace zoomc {
namespace {

constexpr std::string_view kBegin = "Begin an app";
constexpr std::string_view kBuild = "Build and check";
constexpr std::string_view kUnderstand = "Understand";
constexpr std::string_view kReview = "Review and release";
constexpr std::string_view kTools = "Editors and shells";

constexpr std::array kInit{
    PageExample{"zoomc init", "Answer a few questions and get app.zoom.yaml"},
    PageExample{"zoomc init crm.zoom.yaml --name \"Acme CRM\" --region eu --feature meetings.read",
                "The same from a script"},
};
constexpr std::array kImport{
    PageExample{"zoomc import exported.json -o crm.zoom.yaml",
                "Bring an app that exists in Marketplace under version control"},
};
constexpr std::array kCompile{
    PageExample{"zoomc compile crm.zoom.yaml", "Print the manifest"},
    PageExample{"zoomc compile apps/*.zoom.yaml --out-dir build",
                "Write one manifest for each app"},
    PageExample{"zoomc compile --check crm.zoom.yaml",
                "Fail when crm.manifest.json is not up to date, for CI"},
};
constexpr std::array kLint{
    PageExample{"zoomc lint", "Lint every app below this directory"},
    PageExample{"zoomc lint --fix crm.zoom.yaml", "Make the safe fixes"},
    PageExample{"zoomc lint --format sarif > zoomc.sarif", "A report for GitHub code scanning"},
};
constexpr std::array kCheck{
    PageExample{"zoomc check exported.json", "What Zoom and its review would say of a manifest"},
    PageExample{"zoomc check --as-zoom exported.json", "The reply that Zoom's validator gives"},
};
constexpr std::array kInfer{
    PageExample{"zoomc infer --app crm.zoom.yaml src",
                "Compare the API calls your code makes with the scopes the app asks for"},
};
constexpr std::array kWhy{
    PageExample{"zoomc why crm.zoom.yaml", "Prove every scope"},
    PageExample{"zoomc why crm.zoom.yaml meeting:read:list_meetings:admin", "Prove one"},
};
constexpr std::array kExplain{
    PageExample{"zoomc explain redirect-url-mismatch", "A rule"},
    PageExample{"zoomc explain 'Invalid redirect url'", "A text that Zoom showed"},
    PageExample{"zoomc explain 'phone returns no calls'", "A symptom"},
};
constexpr std::array kCatalog{
    PageExample{"zoomc catalog features", "Everything that may stand under features"},
    PageExample{"zoomc catalog scopes 'phone:read:*'", "Scopes by a pattern"},
};
constexpr std::array kCatalogUpdate{
    PageExample{"zoomc catalog update openapi -o tables",
                "Tables from the documents in openapi, for --catalog tables"},
};
constexpr std::array kCatalogDiff{
    PageExample{"zoomc catalog diff built-in tables apps/*.zoom.yaml",
                "What newer tables say, and which apps that touches"},
};
constexpr std::array kJustify{
    PageExample{"zoomc justify crm.zoom.yaml > review.md", "The packet for Zoom's reviewers"},
};
constexpr std::array kChecklist{
    PageExample{"zoomc checklist crm.zoom.yaml", "What is done and what is left to do"},
};
constexpr std::array kReport{
    PageExample{"zoomc report crm.zoom.yaml -o crm.html", "The whole app as one page"},
};
constexpr std::array kDiff{
    PageExample{"zoomc diff --against origin/main crm.zoom.yaml",
                "What a branch changes, and what that costs in review"},
    PageExample{"zoomc diff old.zoom.yaml new.zoom.yaml --fail-on security",
                "Fail when scopes are added"},
};
constexpr std::array kDrift{
    PageExample{"zoomc drift crm.zoom.yaml exported.json", "Compare git with what Zoom has"},
};
constexpr std::array kLsp{
    PageExample{"zoomc lsp", "What an editor starts; see README for its settings"},
};
constexpr std::array kSchema{
    PageExample{"zoomc schema app > app.schema.json", "For editors that read JSON Schema"},
};
constexpr std::array kCompletions{
    PageExample{"source <(zoomc completions bash)", "Complete in this bash"},
    PageExample{"zoomc completions fish > ~/.config/fish/completions/zoomc.fish",
                "Complete in every fish"},
};
constexpr std::array kMan{
    PageExample{"zoomc man > zoomc.1 && man ./zoomc.1", "Read the manual page"},
};

constexpr std::array kPages{
    CommandPage{"init", kBegin, kInit},
    CommandPage{"import", kBegin, kImport},
    CommandPage{"compile", kBuild, kCompile},
    CommandPage{"lint", kBuild, kLint},
    CommandPage{"check", kBuild, kCheck},
    CommandPage{"infer", kBuild, kInfer},
    CommandPage{"why", kUnderstand, kWhy},
    CommandPage{"explain", kUnderstand, kExplain},
    CommandPage{"catalog", kUnderstand, kCatalog},
    CommandPage{"catalog update", kUnderstand, kCatalogUpdate},
    CommandPage{"catalog diff", kUnderstand, kCatalogDiff},
    CommandPage{"justify", kReview, kJustify},
    CommandPage{"checklist", kReview, kChecklist},
    CommandPage{"report", kReview, kReport},
    CommandPage{"diff", kReview, kDiff},
    CommandPage{"drift", kReview, kDrift},
    CommandPage{"lsp", kTools, kLsp},
    CommandPage{"schema", kTools, kSchema},
    CommandPage{"completions", kTools, kCompletions},
    CommandPage{"man", kTools, kMan},
};

constexpr std::array kFirst{
    PageExample{"zoomc init", "Describe an app"},
    PageExample{"zoomc lint", "Check all apps below this directory"},
    PageExample{"zoomc compile crm.zoom.yaml -o crm.manifest.json", "Make the manifest"},
    PageExample{"zoomc explain 'Invalid redirect url'", "Understand what Zoom said"},
};

}  // namespace

std::span<const CommandPage> command_pages() {
  return kPages;
}

std::span<const PageExample> first_examples() {
  return kFirst;
}

}  // namespace zoomc
