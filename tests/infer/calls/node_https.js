// 6 GET /metrics/meetings
const https = require("https");
const options = {
  hostname: "api.zoom.us",
  port: 443,
  path: "/v2/metrics/meetings?type=past",
  method: "GET",
};
https.request(options, (reply) => reply.pipe(process.stdout)).end();
