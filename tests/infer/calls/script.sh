#!/bin/sh
# 6 GET /users/{userId}
# 9 POST /users/{userId}/meetings
# 14 DELETE /meetings/{meetingId}
BASE=https://api.zoom.us/v2
curl -s -H "Authorization: Bearer $TOKEN" "$BASE/users/me" | jq .id
curl --request POST \
  --header 'content-type: application/json' \
  "${BASE}/users/$USER_ID/meetings" \
  -d @meeting.json

for id in $(cat ids); do
  curl -X DELETE \
    "https://api.zoom.us/v2/meetings/$id"
done
