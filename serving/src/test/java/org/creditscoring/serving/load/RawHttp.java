package org.creditscoring.serving.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends any bytes as a request, on a connection that is kept as long as the service keeps it. */
final class RawHttp implements AutoCloseable {
  /** An answer that takes longer is one that does not come. */
  private static final int HANGING_MILLIS = 20_000;

  private final int port;
  private Socket socket;
  private InputStream in;

  RawHttp(int port) {
    this.port = port;
  }

  /**
   * @param headers by name in lower case
   */
  record Response(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /**
   * @throws java.net.SocketTimeoutException if no answer comes
   */
  Response send(byte[] request, boolean head) throws IOException {
    boolean kept = socket != null;
    try {
      return sendOnce(request, head);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      if (!kept) {
        throw e;
      }
      // A service may close a kept connection at any time (RFC 9112, 9.3.1), a new one not.
      return sendOnce(request, head);
    }
  }

  private Response sendOnce(byte[] request, boolean head) throws IOException {
    if (socket == null) {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(HANGING_MILLIS);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    try {
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      Response response = read(head);
      if (response.header("connection").equalsIgnoreCase("close")) {
        close();
      }
      return response;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  private Response read(boolean head) throws IOException {
    String[] first = line().split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.")) {
      throw new IOException("no HTTP answer: " + String.join(" ", first));
    }
    int status = Integer.parseInt(first[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    if (status == 100) {
      return read(head);
    }
    byte[] body = new byte[0];
    if (!head && status != 204 && status != 304) {
      String length = headers.get("content-length");
      if (length != null) {
        body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
          throw new EOFException("an answer that ends early");
        }
      } else if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
        throw new IOException("every answer says its length, this one comes in chunks");
      } else {
        body = in.readAllBytes();
        headers.put("connection", "close");
      }
    }
    return new Response(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("closed without an answer");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
