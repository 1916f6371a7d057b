// zoom
let url = "https://api.zoom.us/v2/users";
url = "https://api.acme.example/users";
fetch(url);
function send(url) {
  return fetch(url, { method: "DELETE" });
}
