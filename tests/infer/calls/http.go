// 12 GET /users/{userId}
// 17 DELETE /meetings/{meetingId}
// 22 GET /groups
package zoom

import (
	"fmt"
	"net/http"
)

func user(id string) (*http.Request, error) {
	return http.NewRequest("GET", fmt.Sprintf("https://api.zoom.us/v2/users/%s", id), nil)
}

func remove(ctx context.Context, id int) (*http.Request, error) {
	url := fmt.Sprintf("%s/meetings/%d", baseURL, id)
	return http.NewRequestWithContext(ctx, http.MethodDelete, url, nil)
}

func groups() (*http.Response, error) {
	const baseURL = "https://api.zoom.us/v2"
	return http.Get(baseURL + "/groups")
}

const baseURL = "https://api.zoom.us/v2"
