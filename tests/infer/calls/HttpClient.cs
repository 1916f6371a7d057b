// 7 GET /users/{userId}
// 8 POST /users/{userId}/meetings
// 10 DELETE /meetings/{meetingId}
class Calls {
  async Task Run(string id) {
    var client = new HttpClient { BaseAddress = new Uri("https://api.zoom.us/v2/") };
    await client.GetAsync($"users/{id}");
    await client.PostAsJsonAsync("users/me/meetings", body);
    var request =
        new HttpRequestMessage(HttpMethod.Delete, $"https://api.zoom.us/v2/meetings/{id}");
  }
}
