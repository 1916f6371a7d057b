export const help = "https://developers.zoom.us/docs/api/meetings/";
export const reference = "https://developers.zoom.us/docs/api/rest/reference/zoom-api/methods/#operation/users";
open("https://marketplace.zoom.us/docs/api-reference/zoom-api");
fetch("https://zoom.us/oauth/token", { method: "POST" });
fetch("https://api.zoom.us/oauth/token?grant_type=refresh_token", { method: "POST" });
