// 20 GET /phone/users
// 24 POST /users
package zoom

import (
	"net/http"
)

const apiBase = `https://api.zoom.us/v2`

type Client struct{ http *http.Client }

func (c *Client) do(method, path string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, apiBase+path, body)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}
func (c *Client) PhoneUsers() (*http.Response, error) { return c.do(http.MethodGet, "/phone/users", nil) }

// Create makes a user.
func (c *Client) Create(body io.Reader) (*http.Response, error) {
	return c.do("POST", "/users", body)
}
