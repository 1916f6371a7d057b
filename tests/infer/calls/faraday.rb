# 7 GET /users/{userId}
# 8 POST /users/{userId}/meetings
# 9 GET /groups
require "faraday"

conn = Faraday.new(url: "https://api.zoom.us/v2")
conn.get("/users/#{id}")
conn.post "users/me/meetings", body.to_json
conn.get 'groups' do |request|
  request.params["page_size"] = 300
end
