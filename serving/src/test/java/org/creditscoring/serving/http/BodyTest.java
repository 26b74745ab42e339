package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may not be sent, on the route that takes ids. */
class BodyTest {
  private static final String PATH = "/v1/clients/lookup";
  @TempDir static Path snapshots;
  private static TestService service;

  @BeforeAll
  static void start() {
    SampleSnapshot.standard().publish(snapshots);
    service = TestService.start(snapshots);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ids\":[1 | the body is not JSON: line 1, column 10",
        "{\"ids\":[1]} {} | the body is not JSON: line 1, column 13",
        "{\"ids\":[1],\"ids\":[2]} | the body is not JSON: line 1, column 17",
        "[[[[[[[[[[1]]]]]]]]]] | the body is not JSON that is read here: it is nested too deep or a"
            + " number is too long",
        "{\"ids\":[NaN]} | the body is not JSON: line 1, column 12",
        "[1] | the body must be a JSON object with ids",
        "{} | the body lacks the field ids",
        "{\"ids\":[1],\"id\":2} | unknown field 'id' in the body; allowed: ids",
        "{\"ids\":null} | field ids must be a list of 1 to 1000 client ids, is 'null'",
        "{\"ids\":7} | field ids must be a list of 1 to 1000 client ids, is '7'",
        "{\"ids\":[]} | field ids must be a list of 1 to 1000 client ids, is a list of 0",
        "{\"ids\":[1,\"2\"]} | ids[1] must be a whole number from 0 to 2147483647, is '2'",
        "{\"ids\":[1.5]} | ids[0] must be a whole number from 0 to 2147483647, is '1.5'",
        "{\"ids\":[-1]} | ids[0] must be a whole number from 0 to 2147483647, is '-1'",
        "{\"ids\":[2147483648]} | ids[0] must be a whole number from 0 to 2147483647, is"
            + " '2147483648'",
        "{\"ids\":[1e400]} | ids[0] must be a whole number from 0 to 2147483647, is '1E+400'"
      })
  void namesWhatIsWrong(String body, String detail) {
    Answer answer = service.post(PATH, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("detail").textValue()).isEqualTo(detail);
  }

  @Test
  void anEmptyBodyIsNoObject() {
    assertThat(service.post(PATH, "").json().path("detail").textValue())
        .isEqualTo("the body must be a JSON object with ids");
  }

  @Test
  void bytesThatAreNotUtf8AreCalledThat() {
    byte[] body = "{\"ids\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    Answer answer = service.send(json().POST(BodyPublishers.ofByteArray(body)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").textValue()).isEqualTo("the body is not UTF-8");
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    String huge = "{\"ids\":[" + "1,".repeat(40_000) + "1]}";
    Answer answer = service.post(PATH, huge);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").textValue())
        .isEqualTo("the body may have up to 65536 bytes");
    // In chunks, so that no header tells its length.
    Answer chunked =
        service.send(
            json()
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new java.io.ByteArrayInputStream(
                                huge.getBytes(StandardCharsets.US_ASCII)))));
    assertThat(chunked.status()).isEqualTo(413);
  }

  @Test
  void onlyPlainJsonIsRead() {
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "a b"}) {
      Answer answer =
          service.send(
              service
                  .request(PATH)
                  .header("Authorization", "Bearer " + TestService.TOKEN)
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("{\"ids\":[1]}")));
      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.json().path("detail").textValue())
          .isEqualTo("the body must be plain application/json, is '" + type + "'");
    }
    Answer packed =
        service.send(json().header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("{}")));
    assertThat(packed.status()).isEqualTo(415);
  }

  @Test
  void aCharsetMayBeSaid() {
    Answer answer =
        service.send(
            service
                .request(PATH)
                .header("Authorization", "Bearer " + TestService.TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"ids\":[100002]}")));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void otherMethodsAreToldWhatIsAllowed() {
    Answer answer = service.send(json().PUT(BodyPublishers.ofString("{}")));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
  }

  /** A refusal ends the connection only where a body may still be on its way. */
  @Test
  void aConnectionIsKeptWhenTheBodyWasRead() throws IOException {
    String right = "Authorization: Bearer " + TestService.TOKEN + "\r\n";
    String small = "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    assertThat(raw("POST", right + small)).startsWith("HTTP/1.1 400").doesNotContain("close");
    assertThat(raw("POST", right + "Content-Length: 0\r\n\r\n"))
        .startsWith("HTTP/1.1 415")
        .doesNotContain("close");
    assertThat(raw("POST", small)).startsWith("HTTP/1.1 401").contains("Connection: close\r\n");
    assertThat(raw("POST", "\r\n")).startsWith("HTTP/1.1 401").doesNotContain("close");
    assertThat(raw("PUT", right + small))
        .startsWith("HTTP/1.1 405")
        .contains("Connection: close\r\n");
  }

  /** The head of the answer. */
  private static String raw(String method, String rest) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoTimeout(10_000);
      String request = method + " " + PATH + " HTTP/1.1\r\nHost: localhost\r\n" + rest;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      return head.toString();
    }
  }

  private static HttpRequest.Builder json() {
    return service
        .request(PATH)
        .header("Authorization", "Bearer " + TestService.TOKEN)
        .header("Content-Type", "application/json");
  }
}
