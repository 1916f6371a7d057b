// 7 DELETE /groups/{groupId}
// 14 GET /groups/{groupId}
class Connection {
  void patch(String id) throws Exception {
    HttpURLConnection c =
        (HttpURLConnection)
            new URL("https://api.zoom.us/v2/groups/" + id).openConnection();
    c.setRequestMethod("DELETE");
    c.getResponseCode();
  }
  void read(String id) throws Exception {
    URL url = new URL("https://api.zoom.us/v2/groups/" + id);
    HttpURLConnection c =
        (HttpURLConnection) url.openConnection();
    c.getInputStream();
  }
}
