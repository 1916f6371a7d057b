class ZoomController : Controller {
  // client.GetAsync("https://api.zoom.us/v2/users");
  [HttpGet("/users/{userId}")]
  public User Get(string userId) => null;
  [Route("/v2/users")]
  public void Log() { logger.LogInformation("https://api.zoom.us/v2/users"); Console.WriteLine("https://api.zoom.us/v2/users"); }
}
