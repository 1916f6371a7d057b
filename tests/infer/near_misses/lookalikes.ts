// 19 method? /groups
const zoomClient = new ZoomClient();
zoomClient.get("users", id);
zoomClient.users.get("/users/me");
zoomClient.on("/users", handler);
const zoom = { get: (key: string) => key };
zoom.get("/users/me");
server.route({ method: "GET", path: "/users/{userId}", handler: zoomHandler });
fastify.route({ method: "GET", url: "/v2/users", handler: zoom });
if (url === "https://api.zoom.us/v2/users") go();
url.startsWith("https://api.zoom.us/v2/users");
new RegExp("https://api.zoom.us/v2/users");
window.location.href = "https://api.zoom.us/v2/users";
analytics.track("GET", "https://api.zoom.us/v2/users");
i18n.get("https://api.zoom.us/v2/users");
it("https://api.zoom.us/v2/users", () => {});
zoomRequestLog("GET", "/users/me");
res.get("/groups");
fetch(wanted ? "https://api.zoom.us/v2/users" : "https://api.zoom.us/v2/groups");
