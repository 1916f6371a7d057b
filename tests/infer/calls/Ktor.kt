// 5 GET /users/{userId}
// 6 POST /users/{userId}/meetings
class Ktor(private val client: HttpClient) {
  private val base: String = "https://api.zoom.us/v2"
  suspend fun me() = client.get("https://api.zoom.us/v2/users/me") { header("a", "b") }
  suspend fun create(u: String) = client.post("$base/users/$u/meetings") { setBody(body) }
}
