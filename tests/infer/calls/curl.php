<?php
// 5 GET /users
// 9 PATCH /meetings/{meetingId}
// 14 POST /users/{userId}/webinars
$ch = curl_init("https://api.zoom.us/v2/users");
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
$users = curl_exec($ch);
$ch = curl_init();
curl_setopt($ch, CURLOPT_URL, 'https://api.zoom.us/v2/meetings/' . $id);
curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'PATCH');
curl_exec($ch);
$ch = curl_init();
curl_setopt_array($ch, [
  CURLOPT_URL => "https://api.zoom.us/v2/users/$user/webinars",
  CURLOPT_CUSTOMREQUEST => "POST",
]);
curl_exec($ch);
