// missed: POST /users
const options = { method: "POST", body };
// 4 method? /users
fetch("https://api.zoom.us/v2/users", options);
