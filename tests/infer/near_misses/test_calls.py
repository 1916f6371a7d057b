import responses

@responses.activate
def test_users():
    responses.add(responses.GET, "https://api.zoom.us/v2/users", json={})
    requests.get("https://api.zoom.us/v2/users")
