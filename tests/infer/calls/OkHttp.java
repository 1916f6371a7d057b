// 6 GET /users
// 7 DELETE /webinars/{webinarId}
// 8 POST /users/{userId}/meetings
class OkHttp {
  void run(String id) {
    Request a = new Request.Builder().url("https://api.zoom.us/v2/users").addHeader("x", "y").build();
    Request b = new Request.Builder().url("https://api.zoom.us/v2/webinars/" + id).delete().build();
    Request c = new Request.Builder().post(body).url("https://api.zoom.us/v2/users/me/meetings").build();
  }
}
