// 7 GET /users/{userId}/webinars
// 8 POST /webinars/{webinarId}/registrants
import { zoomClient } from "./zoom";

export class Webinars {
  constructor(private zoomApi: ZoomApi) {}
  list = (u: string) => zoomClient.get(`/users/${u}/webinars`);
  register = (w: string, r: object) => this.zoomApi.post<Registrant>(`/webinars/${w}/registrants`, r);
}
