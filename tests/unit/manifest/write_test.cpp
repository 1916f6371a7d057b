#include "manifest/write.h"

#include "fixture.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

std::string write(const resolve::ResolvedApp& app,
                  const std::vector<resolve::Justification>& sentences = {}, bool wrap = false) {
  Sink sink;
  std::string manifest = write_manifest(app, sentences, wrap, sink);
  CHECK(describe(sink).empty());
  return manifest;
}

TEST_CASE("the smallest app", "[manifest]") {
  model::App app;
  app.name = text("Acme CRM Sync");
  CHECK(write(resolved(app)) == R"({
  "display_information": {
    "display_name": "Acme CRM Sync"
  },
  "oauth_information": {
    "usage": "USER_OPERATION",
    "development_redirect_uri": "https://api-eu.unified.to/oauth/code",
    "production_redirect_uri": "https://api-eu.unified.to/oauth/code",
    "oauth_allow_list": [
      "https://api-eu.unified.to/oauth/code"
    ],
    "strict_mode": true,
    "subdomain_strict_mode": true,
    "scopes": []
  },
  "features": {
    "products": []
  }
}
)");
}

TEST_CASE("everything the language can say", "[manifest]") {
  const model::App app = full_app();
  CHECK(write(full_resolved(app), full_sentences()) == R"({
  "display_information": {
    "display_name": "Acme CRM Sync",
    "description": "Logs Zoom calls and meetings in your CRM.",
    "long_description": "Acme CRM Sync lists meetings.\nAnd webinars.",
    "company_name": "Acme, Inc.",
    "privacy_url": "https://acme.example/privacy",
    "terms_url": "https://acme.example/terms",
    "support_url": "https://acme.example/support",
    "doc_url": "https://acme.example/docs"
  },
  "oauth_information": {
    "usage": "ADMIN_MANAGEMENT",
    "development_redirect_uri": "https://dev.acme.example/code",
    "production_redirect_uri": "https://acme.example/code",
    "oauth_allow_list": [
      "https://dev.acme.example/code",
      "https://acme.example/code"
    ],
    "strict_mode": false,
    "subdomain_strict_mode": false,
    "scopes": [
      {
        "scope": "meeting:read:meeting:admin",
        "optional": false
      },
      {
        "scope": "user:read:user:admin",
        "optional": true
      }
    ],
    "scope_description": "Read your profile for CRM logging. List meetings for calendar sync."
  },
  "developer_information": {
    "developer_name": "Dana Reyes",
    "developer_email": "dev@acme.example",
    "company_name": "Acme, Inc.",
    "website": "https://acme.example/",
    "privacy_policy": "https://acme.example/privacy",
    "terms_of_use": "https://acme.example/terms",
    "support": "https://acme.example/support"
  },
  "features": {
    "products": [
      "ZOOM_PHONE",
      "ZOOM_MEETING"
    ],
    "development_home_uri": "https://dev.acme.example/",
    "production_home_uri": "https://app.acme.example/",
    "domain_allow_list": [
      {
        "domain": "app.acme.example",
        "explanation": "Hosts the app"
      },
      {
        "domain": "cdn.acme.example"
      }
    ],
    "event_subscription": {
      "enable": true,
      "events": [
        {
          "subscription_id": "recordings",
          "subscription_name": "Recordings",
          "event_usage": "EVENT_FOR_ADMIN",
          "event_types": [
            "recording.completed",
            "recording.started"
          ],
          "development_webhook_url": "https://dev.acme.example/zoom",
          "production_webhook_url": "https://acme.example/zoom"
        },
        {
          "subscription_name": "Phone",
          "event_usage": "EVENT_FOR_ADMIN",
          "event_types": [
            "phone.callee_answered"
          ],
          "production_webhook_url": "https://acme.example/phone"
        }
      ]
    }
  }
}
)");
}

TEST_CASE("the same app gives the same bytes", "[manifest]") {
  const model::App app = full_app();
  CHECK(write(full_resolved(app), full_sentences()) ==
        write(full_resolved(full_app()), full_sentences()));
}

TEST_CASE("absent values leave no key behind", "[manifest]") {
  model::App app;
  app.contact = model::Contact{std::nullopt, text("dev@acme.example")};
  app.links.support = text("https://acme.example/support");
  resolve::ResolvedApp result = resolved(app);
  result.oauth.development_redirect.reset();
  result.oauth.allow_list.clear();
  CHECK(write(result) == R"({
  "display_information": {
    "support_url": "https://acme.example/support"
  },
  "oauth_information": {
    "usage": "USER_OPERATION",
    "production_redirect_uri": "https://api-eu.unified.to/oauth/code",
    "oauth_allow_list": [],
    "strict_mode": true,
    "subdomain_strict_mode": true,
    "scopes": []
  },
  "developer_information": {
    "developer_email": "dev@acme.example",
    "support": "https://acme.example/support"
  },
  "features": {
    "products": []
  }
}
)");
}

TEST_CASE("home and domains need a product, events follow the usage", "[manifest]") {
  model::App app;
  app.name = text("Acme");
  app.surface =
      model::Surface{.home_url = model::PerEnvironment{text("https://app.acme.example/"), {}},
                     .domains = {{text("app.acme.example"), text("Hosts the app")}}};
  app.events = {{.name = text("Meetings"), .types = texts({"meeting.started"})}};
  const std::string manifest = write(resolved(app));
  CHECK(manifest.substr(manifest.find("  \"features\"")) == R"(  "features": {
    "products": [],
    "event_subscription": {
      "enable": true,
      "events": [
        {
          "subscription_name": "Meetings",
          "event_usage": "EVENT_FOR_USER",
          "event_types": [
            "meeting.started"
          ]
        }
      ]
    }
  }
}
)");
}

TEST_CASE("text stays as it is, but for what JSON demands", "[manifest]") {
  model::App app;
  app.name = text("Zoë’s 会議 \"/\" \\ \t\x01\x7f \xf0\x9f\x93\x9e");
  const std::string manifest = write(resolved(app));
  const std::string expected =
      "{\n  \"display_information\": {\n    \"display_name\": "
      "\"Zoë’s 会議 \\\"/\\\" \\\\ \\t\\u0001\\u007f \xf0\x9f\x93\x9e\"\n  },\n";
  CHECK(manifest.substr(0, expected.size()) == expected);
}

TEST_CASE("wrapped, the manifest is one level deeper", "[manifest]") {
  model::App app;
  app.name = text("Acme");
  resolve::ResolvedApp result = resolved(app);
  result.oauth = {};
  CHECK(write(result, {}, true) == R"({
  "manifest": {
    "display_information": {
      "display_name": "Acme"
    },
    "oauth_information": {
      "usage": "USER_OPERATION",
      "oauth_allow_list": [],
      "strict_mode": true,
      "subdomain_strict_mode": true,
      "scopes": []
    },
    "features": {
      "products": []
    }
  }
}
)");
}

}  // namespace
}  // namespace zoomc::manifest
