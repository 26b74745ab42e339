package org.creditscoring.serving.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks a service with a token over one kept connection, each request once. Java's own clients do
 * not: {@code HttpURLConnection} repeats a GET whose connection died, and {@code java.net.http} at
 * times takes the answer on a kept connection for noise and closes it (JDK-8338569, JDK-8357639).
 * For one thread.
 */
final class Asking implements AutoCloseable {
  private static final int LONGEST_MILLIS = (int) Duration.ofSeconds(30).toMillis();
  private static final String REQUEST_ID = "x-request-id";

  /**
   * @param request the id that the request goes by in the record
   */
  record Answer(int status, String request, String body) {}

  private final Socket socket;
  private final InputStream in;
  private final String token;
  private String name = "";

  private Asking(Socket socket, String token) throws IOException {
    this.socket = socket;
    this.token = token;
    in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(LONGEST_MILLIS);
    socket.setTcpNoDelay(true);
  }

  static Asking of(String address, String token) throws IOException {
    URI uri = URI.create(address);
    return new Asking(new Socket(uri.getHost(), uri.getPort()), token);
  }

  /** Gives the next request an id to go by in the record. */
  Asking named(String id) {
    name = REQUEST_ID + ": " + id + "\r\n";
    return this;
  }

  Answer get(String path) throws IOException {
    return ask("GET " + path, "");
  }

  Answer post(String path, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return ask(
        "POST " + path,
        "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n" + json);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private Answer ask(String line, String rest) throws IOException {
    String head = line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    String request = head + name + (rest.isEmpty() ? "\r\n" : rest);
    name = "";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = headers();
    return new Answer(status, headers.get(REQUEST_ID), body(headers));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String body(Map<String, String> headers) throws IOException {
    String length = headers.get("content-length");
    if (length != null) {
      return text(Integer.parseInt(length));
    }
    StringBuilder chunks = new StringBuilder();
    for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
      chunks.append(text(chunk));
      line();
    }
    line();
    return chunks.toString();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String text(int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw new EOFException("the connection ended within a body");
    }
    return new String(read, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended before an answer did");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }
}
