const cache = new Map();
cache.get("https://api.zoom.us/v2/users");
cache.delete("https://api.zoom.us/v2/users/me");
zoomCache.get("/users/me");
localStorage.put("https://api.zoom.us/v2/groups", 1);
seen.delete("https://api.zoom.us/v2/groups/1");
