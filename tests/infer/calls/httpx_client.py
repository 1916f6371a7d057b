# 7 GET /users/{userId}
# 8 PUT /users/{userId}/status
import httpx

async def run(token):
    async with httpx.AsyncClient(base_url="https://api.zoom.us/v2") as client:
        me = await client.get("/users/me")
        await client.put(f"/users/{me['id']}/status", json={"action": "deactivate"})
