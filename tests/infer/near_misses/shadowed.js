// 6 GET /users
const url = "https://api.zoom.us/v2/users";
function send(url) {
  return fetch(url, { method: "DELETE" });
}
fetch(url);
