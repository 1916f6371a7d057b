map.zoom.get("/users");
const level = camera.zoom + "/users";
chart.zoom("/users/me");
d3.zoom().get("/groups");
export const zoom = (path: string) => path;
