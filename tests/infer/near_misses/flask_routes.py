from flask import Flask
ZOOM = "zoom"
app = Flask(__name__)

@app.get("/users/<user_id>")
def user(user_id):
    return {}

@app.route("/v2/users", methods=["POST"])
def create():
    return {}

@zoom_client.get("/users/me")
def me():
    return {}
