const text = "Ask https://api.zoom.us/v2/users for the list";
const html = `<a href="https://api.zoom.us/v2/users">users</a>`;
const sql = "SELECT * FROM users WHERE url = 'https://api.zoom.us/v2/users'";
send(text, html, sql);
