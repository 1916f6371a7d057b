#!/bin/sh
# curl https://api.zoom.us/v2/users
echo curl https://api.zoom.us/v2/users
echo "GET https://api.zoom.us/v2/users"
URL=https://api.zoom.us/v2/users
curl -H "Referer: https://api.zoom.us/v2/users" https://hooks.acme.example/zoom
curl -o https://api.zoom.us/v2/users https://acme.example
curl https://zoom.us/oauth/token -d grant_type=account_credentials
