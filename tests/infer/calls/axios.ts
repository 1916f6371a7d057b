// 9 GET /users/{userId}/meetings
// 13 POST /users/{userId}/meetings
// 17 DELETE /meetings/{meetingId}
import axios from "axios";

const ZOOM = "https://api.zoom.us/v2";

export async function list(userId: string) {
  return axios.get(`${ZOOM}/users/${userId}/meetings`, { params: { page_size: 300 } });
}

export async function create(body: object, headers: Record<string, string>) {
  return axios.post(ZOOM + "/users/me/meetings", body, { headers });
}

export async function remove(id: number) {
  return axios.delete("https://api.zoom.us/v2/meetings/" + id);
}
