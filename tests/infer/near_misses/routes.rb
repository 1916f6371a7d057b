# HTTParty.get("https://api.zoom.us/v2/users")
=begin
conn.get "https://api.zoom.us/v2/users"
=end
Rails.application.routes.draw do
  get "/users/:user_id", to: "zoom#user"
  post "/v2/users", to: "zoom#create"
end
puts "https://api.zoom.us/v2/users"
stub_request(:get, "https://api.zoom.us/v2/users").to_return(status: 200)
link_to "Zoom", "/users/me"
