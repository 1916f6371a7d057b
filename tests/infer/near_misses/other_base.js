const axios = require("axios");
// zoom calls its users users, too
const client = axios.create({ baseURL: "https://api.acme.example/v2" });
client.get("/users");
client.post("/users/me/meetings");
const BASE = "https://api.acme.example/v2";
fetch(`${BASE}/users/me`);
fetch(BASE + "/groups", { method: "POST" });
