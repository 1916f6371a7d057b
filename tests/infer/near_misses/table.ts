export const endpoints = {
  users: "https://api.zoom.us/v2/users",
  meetings: "https://api.zoom.us/v2/users/me/meetings",
};
export const list = ["https://api.zoom.us/v2/groups"];
