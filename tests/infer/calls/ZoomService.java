// 6 GET /users/{userId}/meetings
// 9 DELETE /meetings/{meetingId}
import retrofit2.http.*;

public interface ZoomService {
  @GET("users/{userId}/meetings")
  Call<Meetings> meetings(@Path("userId") String userId);

  @DELETE("meetings/{meetingId}")
  Call<Void> delete(@Path("meetingId") long meetingId);
}
