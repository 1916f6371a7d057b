# 16 GET /users
# 19 POST /groups
# 22 DELETE /users/{userId}
import requests


class ZoomClient:
    def __init__(self, token, base_url="https://api.zoom.us/v2"):
        self.base_url = base_url
        self.token = token

    def _request(self, method, path, **kwargs):
        return requests.request(method, f"{self.base_url}{path}", **kwargs)

    def users(self):
        return self._request("GET", "/users", params={"page_size": 300})

    def create_group(self, name):
        return self._request("POST", "/groups", json={"name": name})

    def delete_user(self, user_id):
        return self._request("DELETE", f"/users/{user_id}")
