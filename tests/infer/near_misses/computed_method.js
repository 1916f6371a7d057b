// 5 method? /users
// 8 method? /users/{}
// 11 method? /groups
export function go(method, id) {
  fetch("https://api.zoom.us/v2/users", { method });
  return axios({
    method: verb(),
    url: `https://api.zoom.us/v2/users/${id}`,
  });
}
sendSigned("https://api.zoom.us/v2/groups");
