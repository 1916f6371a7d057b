const nock = require("nock");
nock("https://api.zoom.us").get("/v2/users").reply(200, {});
nock("https://api.zoom.us/v2").post("/users").reply(201);
fetch("https://api.zoom.us/v2/groups");
