// 9 GET /users/{userId}
// 10 PATCH /meetings/{meetingId}
// 13 POST /users/{userId}/webinars
import java.net.http.*;

class Jdk {
  static final String BASE = "https://api.zoom.us/v2";
  void run(String id) {
    HttpRequest.newBuilder().uri(URI.create(BASE + "/users/" + id)).header("a", "b").GET().build();
    HttpRequest.newBuilder(URI.create(BASE + "/meetings/" + id)).method("PATCH", body).build();
    HttpRequest.newBuilder()
        .POST(HttpRequest.BodyPublishers.ofString("{}"))
        .uri(URI.create(String.format("%s/users/%s/webinars", BASE, id)))
        .build();
  }
}
