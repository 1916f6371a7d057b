// 8 GET /users/{userId}/meetings
// 10 PATCH /users/{userId}
// 14 DELETE /groups/{groupId}
const BASE: &str = "https://api.zoom.us/v2";

async fn run<'a>(client: &'a reqwest::Client, id: &'a str) -> Result<(), Error> {
    client
        .get(format!("{}/users/{}/meetings", BASE, id))
        .send().await?;
    client.request(reqwest::Method::PATCH, "https://api.zoom.us/v2/users/me").send().await?;
    let group = 'g';
    let url = format!("https://api.zoom.us/v2/groups/{}", group);
    client
        .delete(&url)
        .send().await?;
    Ok(())
}
