# 5 GET /report/daily
# 7 POST /webinars/{webinarId}/registrants
import urllib.request

daily = urllib.request.urlopen("https://api.zoom.us/v2/report/daily?year=2026")
request = urllib.request.Request(
    "https://api.zoom.us/v2/webinars/" + webinar + "/registrants", data=body, headers=headers)
