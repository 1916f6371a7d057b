// 7 GET /users
// 8 GET /groups
const axios = require("axios");
const acme = axios.create({ baseURL: "https://api.acme.example/v2" });
const zoom = axios.create({ baseURL: "https://api.zoom.us/v2" });
acme.get("/groups");
zoom.get("/users");
zoom.get("/groups");
acme.delete("/meetings/1");
