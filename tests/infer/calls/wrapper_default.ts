// 10 GET /groups/{groupId}/members
// 11 POST /groups/{groupId}/members
const API_ROOT = "https://api-eu.zoom.us/v2";

async function send<T>(path: string, method = "GET", body?: unknown): Promise<T> {
  const reply = await fetch(API_ROOT + path, { method, body: JSON.stringify(body) });
  return reply.json();
}

export const members = (id: string) => send(`/groups/${id}/members`);
export const add = (id: string, m: string[]) => send(`/groups/${id}/members`, "POST", { members: m });
