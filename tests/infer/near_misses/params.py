# A function of that name takes any URL.
zoom = None
url = "https://api.acme.example/v2/users"

def send(url):
    return requests.post(url)

def users():
    url = "https://api.zoom.us/v2/users"
    print(url)

def other(url):
    return requests.delete(url)
