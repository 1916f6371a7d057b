// 9 GET /users
// 10 PATCH /users/{userId}
// 11 PUT /webinars/{webinarId}/registrants/status
// 12 DELETE /groups/{groupId}/members/{memberId}
const axios = require("axios");
const client = axios.create({ baseURL: "https://api.zoom.us/v2", timeout: 1000 });

module.exports = {
  users: () => client.get("/users?status=active"),
  rename: (id, name) => client.patch(`/users/${encodeURIComponent(id)}`, { first_name: name }),
  approve: (id) => client.put("/webinars/" + id + "/registrants/status", { action: "approve" }),
  leave: (g, m) => client.request({ method: "DELETE", url: `/groups/${g}/members/${m}` }),
};
