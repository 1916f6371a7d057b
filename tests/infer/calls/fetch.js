// 6 GET /users/{userId}
// 10 POST /webinars/{webinarId}/panelists
// 17 DELETE /webinars/{webinarId}
const api = process.env.ZOOM_API_URL || "https://api.zoom.us/v2";
export async function me(token) {
  const reply = await fetch(`${api}/users/me`, { headers: { Authorization: `Bearer ${token}` } });
  return reply.json();
}
export const addPanelist = (id, panelists) =>
  fetch(`${api}/webinars/${id}/panelists`, {
    method: "POST",
    body: JSON.stringify({ panelists }),
    headers: { "content-type": "application/json" },
  });
export async function cancel(id) {
  const url = `https://api.zoom.us/v2/webinars/${id}?cancel_webinar_reminder=true`;
  const reply = await fetch(url, { method: "DELETE" });
  return reply.ok;
}
