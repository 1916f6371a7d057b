<?php
// 6 GET /groups/{groupId}/members
// 7 PUT /webinars/{webinarId}/registrants/status
define('ZOOM_API', 'https://api.zoom.us/v2');

Http::withToken($token)->get(ZOOM_API . "/groups/{$group}/members");
Http::withToken($token)->put(ZOOM_API . "/webinars/$id/registrants/status", $body);
