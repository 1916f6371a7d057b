// 4 path? GET /users/me/{}
// 5 path? POST /{}/x
export const read = (kind, root) => {
  axios.get(`https://api.zoom.us/v2/users/me/${kind}`);
  axios.post("https://api.zoom.us/v2/" + root + "/x");
};
