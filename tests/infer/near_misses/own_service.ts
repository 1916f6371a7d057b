zoomService.get("/settings/rooms");
this.zoomApi.get("/api/integrations/zoom/status");
zoomStore.delete("/meetings/1");
useZoom("/users/me");
<Link to="/users/me" zoom />;
