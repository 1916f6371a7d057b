#include "audit/audit_listing.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/codes.h"
#include "lint/placeholder.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

using namespace audit_codes;

constexpr std::size_t kMaxSummary = 150;

// What the review opens.
constexpr std::array<std::string_view, 4> kLinks = {"privacy_url", "terms_url", "support_url",
                                                    "doc_url"};

class ListingAudit {
 public:
  ListingAudit(const ManifestView& manifest, const Catalog& catalog, Sink& sink)
      : manifest_(manifest), catalog_(catalog), sink_(sink) {}

  void audit_links(const JsonPlace& display) {
    if (!display.may_be_object()) return;
    std::vector<std::string> missing;
    for (const std::string_view link : kLinks) {
      if (display.member(link).is_blank()) missing.push_back(in_backticks(link));
    }
    if (missing.empty()) return;
    report(kMissingListingLink, display,
           "the listing has no " + join_words(missing, "or") + ": review opens " +
               (missing.size() == 1 ? "it" : "each of them"));
  }

  void audit_summary(const JsonPlace& summary) {
    const auto text = summary.text();
    const std::size_t length = text ? count_code_points(*text) : 0;
    if (length <= kMaxSummary) return;
    report(kSummaryTooLong, summary,
           "`description` has " + std::to_string(length) +
               " characters and the listing shows at most " + std::to_string(kMaxSummary) +
               ": say the rest in `long_description`");
  }

  // Every string below `place`.
  void audit_texts(const JsonPlace& place, std::string_view name) {
    if (const auto text = place.text()) return audit_text(place, name, *text);
    for (std::size_t i = 0; i < place.member_count(); ++i) {
      audit_texts(place.member_at(i), place.member_name(i));
    }
    for (std::size_t i = 0; i < place.item_count(); ++i) audit_texts(place.item(i), name);
  }

 private:
  void report(const Code& code, const JsonPlace& place, std::string message) {
    Diagnostic found = finding(code, manifest_.span_of(place), std::move(message));
    found.zoom.verdict = ZoomVerdict::review;
    sink_.add(std::move(found));
  }

  void audit_text(const JsonPlace& place, std::string_view name, std::string_view text) {
    for (const Placeholder& one : find_placeholders(catalog_, text)) {
      // Whether the app is published a manifest does not say.
      if (one.kind == PlaceholderKind::reserved_host) continue;
      const std::string what = in_backticks(one.part.of(text));
      const bool is_host = one.kind == PlaceholderKind::example_host;
      return report(kPlaceholderText, place,
                    is_host ? in_backticks(name) + " has " + what +
                                  ", a host that is reserved for examples: nobody answers there"
                            : in_backticks(name) + " still has the placeholder " + what +
                                  ": reviewers and users would read it");
    }
  }

  const ManifestView& manifest_;
  const Catalog& catalog_;
  Sink& sink_;
};

}  // namespace

void audit_listing(const ManifestView& manifest, const Catalog& catalog, Sink& sink) {
  ListingAudit audit(manifest, catalog, sink);
  const JsonPlace display = manifest.section("display_information");
  audit.audit_links(display);
  audit.audit_summary(display.member("description"));
  audit.audit_texts(manifest.root(), "");
}

}  // namespace zoomc
