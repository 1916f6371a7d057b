// 15 GET /phone/call_history
// 18 PATCH /meetings/{meetingId}
// 21 GET /phone/users/{userId}
const BASE = "https://api.zoom.us/v2";

export class Zoom {
  async call(method, path, body) {
    const url = `${BASE}${path}`;
    const reply = await fetch(url, { method, body });
    return reply.json();
  }

  history(from) {
    // The newest first.
    return this.call("GET", `/phone/call_history?from=${from}`);
  }
  move(id, start_time) {
    return this.call("PATCH", `/meetings/${id}`, { start_time });
  }
  phoneUser(id) {
    return this.call("GET", "/phone/users/" + id);
  }
}
