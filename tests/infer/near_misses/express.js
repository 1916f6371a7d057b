const express = require("express");
const ZOOM = "https://zoom.us/oauth/authorize";
const app = express();
const zoomRouter = express.Router();
app.get("/users/:userId", (q, r) => r.json({}));
app.post("/v2/users", (q, r) => r.json({}));
zoomRouter.get("/users/:userId/meetings", list);
zoomRouter.delete("/meetings/:meetingId", remove);
