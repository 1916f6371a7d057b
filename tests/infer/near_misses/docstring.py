"""
Talks to Zoom.

    requests.get("https://api.zoom.us/v2/users")
"""
def f():
    '''https://api.zoom.us/v2/users'''
    return None
