package org.creditscoring.serving.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether the port of the settings is free, or a service of ours answers there already. */
final class ApiPort {
  private static final String WHAT = "API port";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private ApiPort() {}

  static Finding finding(Listening listening, boolean tls) {
    String place = listening.host() + ":" + listening.port();
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address(listening.host()), listening.port()));
      return Finding.ok(WHAT, place + " is free");
    } catch (UnknownHostException e) {
      return Finding.bad(
          WHAT, "nobody knows the host " + listening.host(), "set credit.serving.host");
    } catch (IOException e) {
      return taken(listening, tls, place, e.getMessage());
    }
  }

  private static Finding taken(Listening listening, boolean tls, String place, String why) {
    if (tls) {
      return Finding.warn(
          WHAT,
          place + " is in use, perhaps by this service, which speaks TLS: " + why,
          "if it is another program, end it, or set credit.serving.port");
    }
    return ours(listening)
        ? Finding.ok(WHAT, place + " is served by this service already")
        : Finding.bad(
            WHAT,
            place + " cannot be used: " + why,
            "end what listens there, or set credit.serving.port (--port)");
  }

  private static boolean ours(Listening listening) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      InetAddress address = address(listening.host());
      InetAddress reached =
          address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
      URI live =
          new URI(
              "http", null, reached.getHostAddress(), listening.port(), "/health/live", null, null);
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(live).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
    } catch (IOException | URISyntaxException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static InetAddress address(String host) throws UnknownHostException {
    return InetAddress.getByName(host);
  }
}
