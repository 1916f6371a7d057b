// missed: GET /groups
// missed: GET /users
// 5 path? GET
for (const path of ["/users", "/groups"]) {
  axios.get(`https://api.zoom.us/v2${path}`);
}
