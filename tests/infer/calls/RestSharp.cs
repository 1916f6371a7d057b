// 5 GET /phone/recordings
// 6 POST /users
class Rest {
  void Run() {
    var a = new RestRequest("https://api.zoom.us/v2/phone/recordings", Method.Get);
    var b = new RestRequest("https://api.zoom.us/v2/users", Method.Post);
  }
}
