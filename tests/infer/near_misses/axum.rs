// client.get("https://api.zoom.us/v2/users")
/* https://api.zoom.us/v2/users */
fn zoom() -> Router {
    println!("https://api.zoom.us/v2/users");
    Router::new().route("/v2/users", get(users)).route("/users/:id", delete(user))
}
