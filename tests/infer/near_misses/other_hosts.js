import axios from "axios";
axios.get("https://api.zoominfo.com/v2/users");
axios.get("https://api.zoom.us.evil.example/v2/users");
axios.post("https://zoom.example/v2/users", body);
fetch("https://marketplace.zoom.us/v2/users");
fetch("https://api.webex.com/v2/meetings/1");
fetch("https://fakeapi.zoom.us/v2/users");
