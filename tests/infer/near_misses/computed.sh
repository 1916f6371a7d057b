#!/bin/sh
# 4 method? /users
# 5 method? /groups
curl -X "$METHOD" https://api.zoom.us/v2/users
curl $OPTIONS https://api.zoom.us/v2/groups
