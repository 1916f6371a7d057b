PATHS = {"zoom": "/users/me"}
HEADERS = {"Referer": "https://api.zoom.us/v2/users"}
config.get("https://api.zoom.us/v2/users")
settings["https://api.zoom.us/v2/users"] = 1
assert url == "https://api.zoom.us/v2/users"
