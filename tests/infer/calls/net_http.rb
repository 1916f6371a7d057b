# 6 GET /phone/call_history
# 9 PATCH /users/{userId}
require "net/http"

uri = URI("https://api.zoom.us/v2/phone/call_history")
request = Net::HTTP::Get.new(uri)

user_uri = URI.parse("https://api.zoom.us/v2/users/#{id}")
change = Net::HTTP::Patch.new(user_uri.request_uri)
