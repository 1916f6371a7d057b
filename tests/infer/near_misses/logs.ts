console.log("GET https://api.zoom.us/v2/users");
console.log("https://api.zoom.us/v2/users");
logger.info(`asking https://api.zoom.us/v2/users/${id}`);
logger.error("zoom said no", "https://api.zoom.us/v2/groups");
throw new Error("https://api.zoom.us/v2/users failed");
