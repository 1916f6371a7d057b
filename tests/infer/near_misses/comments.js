// fetch("https://api.zoom.us/v2/users")
/* axios.post("https://api.zoom.us/v2/users", body); */
const zoom = 1; // axios.get("https://api.zoom.us/v2/groups")
/**
 * @example await fetch(`https://api.zoom.us/v2/users/${id}`)
 */
export default zoom;
