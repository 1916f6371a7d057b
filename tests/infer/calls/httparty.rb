# 10 GET /users/{userId}/meetings
# 14 DELETE /meetings/{meetingId}
require "httparty"

class ZoomApi
  include HTTParty
  base_uri "https://api.zoom.us/v2"

  def meetings(user)
    self.class.get("/users/#{user}/meetings", headers: headers)
  end

  def delete(id)
    self.class.delete("/meetings/#{id}")
  end
end
