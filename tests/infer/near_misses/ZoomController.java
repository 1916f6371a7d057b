@RestController
@RequestMapping("/v2")
class ZoomController {
  // restTemplate.getForObject("https://api.zoom.us/v2/users", String.class);
  @GetMapping("/users/{userId}")
  User user(@PathVariable String userId) { return null; }
  @GET
  @Path("/users/{userId}/meetings")
  Meetings meetings() { return null; }
  @GET("/users")
  void users() { log.info("https://api.zoom.us/v2/users"); }
}
