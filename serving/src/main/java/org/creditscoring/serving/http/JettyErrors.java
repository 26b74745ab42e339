package org.creditscoring.serving.http;

import java.nio.ByteBuffer;
import org.creditscoring.serving.json.JsonBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Jetty's own errors, of requests that never reach a route, as problems too. */
final class JettyErrors extends ErrorHandler {
  /** What Jetty calls the path of a request that it could not parse. */
  private static final String NO_PATH = "/badMessage";

  /** Left to itself Jetty says nothing to other methods than GET, POST and HEAD. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    SecurityHeaders.ALL.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    String path = Request.getPathInContext(request);
    response.write(true, body(code, path.equals(NO_PATH) ? "" : path), callback);
  }

  private static ByteBuffer body(int status, String path) {
    String detail =
        status < 500 || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
            ? "the request is no valid HTTP or exceeds a limit"
            : "an error of the service, not of the request";
    return ByteBuffer.wrap(JsonBuffer.rendered(Problem.of(status, detail, path)));
  }
}
