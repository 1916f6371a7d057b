// 3 GET /users
// 3 POST /users
var a=/[/'"]/g,b="it's";function c(e,t){return e?t:fetch("https://api.zoom.us/v2/users",{headers:t})}function d(e){return fetch("https://api.zoom.us/v2/users",{body:e,method:"POST"})}
