mockAxios.get("https://api.zoom.us/v2/users");
expect(fetch).toHaveBeenCalledWith("https://api.zoom.us/v2/users", { method: "POST" });
axiosMock.onGet("https://api.zoom.us/v2/users").reply(200);
cy.request("GET", "https://api.zoom.us/v2/users");
