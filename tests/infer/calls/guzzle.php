<?php
// 6 GET /users/{userId}
// 7 POST /users/{userId}/meetings
// 8 DELETE /webinars/{webinarId}/panelists/{panelistId}
$client = new GuzzleHttp\Client(['base_uri' => 'https://api.zoom.us/v2/', 'timeout' => 5]);
$client->request('GET', 'users/me');
$client->post("users/{$user}/meetings", ['json' => $body]);
$client->delete('webinars/' . $id . '/panelists/' . $panelist);
