fun Application.zoom() {
  routing {
    get("/users/{userId}") { call.respond(user) }
    post("/v2/users") { call.respond(user) }
  }
  logger.info { "https://api.zoom.us/v2/users" }
}
