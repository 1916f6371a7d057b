"""A rule set for Spectral as near to zoomc's rules as its functions go: what one value, or one list, shows."""
import json

from .tables import Tables


def pattern(given, match=None, not_match=None):
    options = {"match": match} if match else {"notMatch": not_match}
    return {"given": given, "severity": "error", "then": {"function": "pattern", "functionOptions": options}}


def at_most(given, most):
    return {"given": given, "severity": "error", "then": {"function": "length", "functionOptions": {"max": most}}}


def one_of(given, values):
    return {"given": given, "severity": "warn", "message": "{{value}} is in none of Zoom's lists",
            "then": {"function": "enumeration", "functionOptions": {"values": sorted(values)}}}


def no_doubles(given):
    return {"given": given, "severity": "warn",
            "then": {"function": "schema", "functionOptions": {"schema": {"uniqueItems": True}}}}


def rules(schema):
    tables = Tables()
    texts = ["$.app[name,summary,description,company,purpose]", "$.justify[*]", "$.test_plan[*]"]
    urls = ["$.app.links[*]", "$.oauth.redirect_url", "$.oauth.redirect_url[*]", "$.oauth.allow_list[*]",
            "$.surface.home_url", "$.surface.home_url[*]"]
    webhooks = ["$.events[*].url", "$.events[*].url[*]"]
    return {
        "app-schema": {"given": "$", "severity": "error",
                       "then": {"function": "schema", "functionOptions": {"schema": schema, "allErrors": True}}},
        "name-too-long": at_most("$.app.name", 49),
        "summary-too-long": at_most("$.app.summary", 150),
        "zoom-in-name": pattern("$.app.name", not_match=r"/\bzoom\b(?!( (phone|meetings|webinars))?$)/i"),
        "official-in-name": pattern("$.app.name", not_match=r"/\bofficial(ly)?\b/i"),
        "placeholder-text": pattern(texts, not_match=r"\b(TODO|FIXME|tbd|[Ll]orem ipsum|[Cc]hange ?me)\b"),
        "placeholder-host": pattern(urls + webhooks, not_match=r"//([^/]+\.)?example\.(com|org|net)(/|$)"),
        "vague-justification": pattern("$.justify[*]", not_match=r"/^(needed|required|used) (for|by) the app/i"),
        "insecure-url": pattern(urls, not_match="^http://(?!localhost)"),
        "insecure-webhook-url": pattern(webhooks, not_match="^http://"),
        "invalid-url": pattern(urls + webhooks, match=r"^https?://[^\s#@]+$"),
        "url-not-lowercase": pattern(["$.oauth.redirect_url", "$.oauth.allow_list[*]"], not_match="[A-Z]"),
        "redirect-url-mismatch": pattern(["$.oauth.redirect_url", "$.oauth.allow_list[*]"],
                                         not_match=r"^https?://api(-eu|-au)?\.unified\.to/oauth/code.+"),
        "duplicate-allow-list-entry": no_doubles("$.oauth.allow_list"),
        "duplicate-scope": no_doubles("$.extra_scopes"),
        "unknown-scope": one_of("$.extra_scopes[*]", tables.scopes),
        "unknown-operation": one_of("$.operations[*]", [call.key for call in tables.calls]),
        "unknown-event": one_of("$.events[*].types[*]", [event.name for event in tables.events]),
        "inline-secret": pattern("$.credentials[client_id,client_secret]", match=r"^\$\{[A-Z_]+\}$"),
        "account-not-tester": {"given": "$.accounts[?(!@.same_account)]", "severity": "warn",
                               "then": {"field": "tester", "function": "truthy"}},
    }


def write(path, schema):
    path.write_text(json.dumps({"rules": rules(schema)}))
