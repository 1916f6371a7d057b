package zoom

// http.Get("https://api.zoom.us/v2/users")
func routes(r *mux.Router) {
	r.Get("/users/{userId}", zoomUser)
	http.HandleFunc("/v2/users", zoomUsers)
	log.Printf("GET https://api.zoom.us/v2/users")
	log.Println("GET", "https://api.zoom.us/v2/users")
	fmt.Errorf("https://api.zoom.us/v2/users: %w", err)
}
