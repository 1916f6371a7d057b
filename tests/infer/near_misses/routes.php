<?php
// $client->get("https://api.zoom.us/v2/users");
# $client->get("https://api.zoom.us/v2/groups");
Route::get('/users/{userId}', 'ZoomController@user');
$router->post('/v2/users', 'ZoomController@create');
error_log("https://api.zoom.us/v2/users");
echo "https://api.zoom.us/v2/users";
$cache->get("https://api.zoom.us/v2/users");
