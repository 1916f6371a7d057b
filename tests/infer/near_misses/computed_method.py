# 6 method? /groups
# 8 method? /users/{}
import requests

def odd(method, user):
    requests.request(method, "https://api.zoom.us/v2/groups")
    verb = method.upper()
    requests.request(verb, f"https://api.zoom.us/v2/users/{user}")
