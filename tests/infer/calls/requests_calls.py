# 13 GET /users/{userId}/meetings
# 19 POST /users/{userId}/meetings
# 23 PATCH /users/{userId}
# 28 DELETE /meetings/{meetingId}
# 32 GET /phone/recordings
import requests

API = "https://api.zoom.us/v2"


def meetings(user, token):
    """Calls https://api.zoom.us/v2/groups: no, it does not."""
    return requests.get(f"{API}/users/{user}/meetings", headers=head(token)).json()


def create(user, body):
    # requests.delete("https://api.zoom.us/v2/groups/1")
    url = "{}/users/{}/meetings".format(API, user)
    return requests.post(url, json=body)


def rename(user, name):
    return requests.request("PATCH", API + "/users/" + user, json={"first_name": name})


def remove(meeting):
    url = "https://api.zoom.us/v2/meetings/%s" % meeting
    return requests.delete(url)


def recordings(session):
    return session.get("https://api.zoom.us/v2/phone/recordings", params={"page_size": 300})
