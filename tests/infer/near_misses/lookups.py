# 8 POST /users
zoom_urls = {"users": "https://api.zoom.us/v2/users"}
requests.get(zoom_urls["users"])
os.environ.get("https://api.zoom.us/v2/users")
mocker.patch("requests.get", "https://api.zoom.us/v2/users")
Url = "https://api.zoom.us/v2/users"
def f():
    response = requests.post(Url)
    kwargs.get("https://api.zoom.us/v2/users")
    data.pop("https://api.zoom.us/v2/users")
