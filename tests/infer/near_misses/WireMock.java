import wiremock;
class Stubs {
  void zoom() {
    stubFor(get("https://api.zoom.us/v2/users").willReturn(ok()));
    mockServer.when(request().withMethod("GET").withPath("/v2/users"));
  }
}
