import { http, HttpResponse } from "msw";
export const handlers = [
  http.get("https://api.zoom.us/v2/users", () => HttpResponse.json({ users: [] })),
  http.post("https://api.zoom.us/v2/users/:userId/meetings", () => HttpResponse.json({})),
];
