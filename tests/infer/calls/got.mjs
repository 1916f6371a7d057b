// 4 GET /users/{userId}/recordings
// 5 DELETE /meetings/{meetingId}/recordings
import got from "got";
export const list = (u) => got(`https://api.zoom.us/v2/users/${u}/recordings`).json();
export const drop = (m) => got.delete(`https://api.zoom.us/v2/meetings/${m}/recordings`);
