// 9 GET /users/{userId}/meetings
// 10 DELETE /users/{userId}
// 11 POST /users
// 16 GET /groups/{groupId}
class Spring {
  private static final String ZOOM_API = "https://api.zoom.us/v2";
  private final WebClient webClient = WebClient.builder().baseUrl("https://api.zoom.us/v2").build();
  void run(String id) {
    restTemplate.getForObject(ZOOM_API + "/users/{userId}/meetings", Meetings.class, id);
    restTemplate.exchange(ZOOM_API + "/users/" + id, HttpMethod.DELETE, entity, Void.class);
    restTemplate.postForEntity("https://api.zoom.us/v2/users", body, User.class);
  }
  Mono<Group> group(String id) {
    return webClient
        .get()
        .uri("/groups/{groupId}", id)
        .retrieve()
        .bodyToMono(Group.class);
  }
}
