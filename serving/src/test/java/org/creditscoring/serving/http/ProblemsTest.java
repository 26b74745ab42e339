package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
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
      value = {
        "/v1/clients/abc | client id must be a whole number from 0 to 2147483647, is 'abc'",
        "/v1/clients/-1 | client id must be a whole number from 0 to 2147483647, is '-1'",
        "/v1/clients/1.0 | client id must be a whole number from 0 to 2147483647, is '1.0'",
        "/v1/clients/2147483648 | client id must be a whole number from 0 to 2147483647, is"
            + " '2147483648'",
        "/v1/clients/99999999999999 | client id must be a whole number from 0 to 2147483647, is"
            + " '99999999999999'",
        "/v1/clients/%20100002 | client id must be a whole number from 0 to 2147483647, is '"
            + " 100002'",
        "/v1/clients/%D9%A1 | client id must be a whole number from 0 to 2147483647, is '\u0661'",
        "/v1/clients/abc/explanation | client id must be a whole number from 0 to 2147483647, is"
            + " 'abc'",
        "/v1/clients/100002/explanation?top=0 | parameter top must be a whole number from 1 to 5,"
            + " is '0'",
        "/v1/clients/100002/explanation?top=6 | parameter top must be a whole number from 1 to 5,"
            + " is '6'",
        "/v1/clients/100002/explanation?top= | parameter top must be a whole number from 1 to 5, is"
            + " ''",
        "/v1/clients/100002/explanation?top=1&top=2 | query parameter 'top' is given more than"
            + " once",
        "/v1/clients/100002/explanation?tpo=1 | unknown query parameter 'tpo'; allowed: detail,"
            + " lang, snapshot, top",
        "/v1/clients/100002/explanation?detail=all | parameter detail must be one of brief, full,"
            + " is 'all'",
        "/v1/clients/100002?lang=de | parameter lang must be one of en, fr, is 'de'",
        "/v1/clients?prefix=1a | parameter prefix must be up to 10 digits, is '1a'",
        "/v1/clients?limit=101 | parameter limit must be a whole number from 1 to 100, is '101'",
        "/v1/clients?kind=new | parameter kind must be one of past, current, is 'new'",
        "/v1/clients?decision=refused | parameter decision must be one of ACCEPTED, REFUSED, is"
            + " 'refused'",
        "/v1/clients?minProbability=1.5 | parameter minProbability must be a decimal number from 0"
            + " to 1, is '1.5'",
        "/v1/clients?maxProbability=NaN | parameter maxProbability must be a decimal number from 0"
            + " to 1, is 'NaN'",
        "/v1/clients?minProbability=0.5&maxProbability=0.25 | parameter minProbability must not be"
            + " above maxProbability, is '0.5' above '0.25'",
        "/v1/clients?minPoints=-1 | parameter minPoints must be a whole number from 0 to 2000, is"
            + " '-1'",
        "/v1/clients?near=me | parameter near must be one of cut-off, is 'me'",
        "/v1/clients?near=cut-off&sort=id | parameter near=cut-off sorts by distance; leave out"
            + " sort, which is 'id'",
        "/v1/clients?sort=name | parameter sort must be one of id, -id, probability, -probability,"
            + " points, -points, distance, is 'name'",
        "/v1/clients?cursor=next | parameter cursor must be the field next of an answer, is 'next'",
        "/v1/clients?cursor= | parameter cursor must be a text of 1 to 100 characters, is ''",
        "/v1/clients?prefix=%ff | the value of query parameter 'prefix' cannot be decoded",
        "/v1/clients?snapshot=..%2f..%2fetc | parameter snapshot must be an id of /v1/snapshots"
            + " such as 20261122T193200Z-5f0c9a, is '../../etc'",
        "/v1/snapshots?snapshot=20261122T193200Z-5f0c9a | unknown query parameter 'snapshot';"
            + " allowed: lang",
        "/v1/clients/lookup | client id must be a whole number from 0 to 2147483647, is 'lookup'",
        "/v1/clients/100002/position?features=AGE | parameter features names 'AGE', which is no"
            + " feature with a distribution; /v1/features lists them",
        "/v1/clients/100002/position?features=CODE_GENDER | parameter features names 'CODE_GENDER',"
            + " which is no feature with a distribution; /v1/features lists them",
        "/v1/clients/100002/position?features=AGE_YEARS, | parameter features names '', which is no"
            + " feature with a distribution; /v1/features lists them",
        "/v1/clients/x/summary | client id must be a whole number from 0 to 2147483647, is 'x'",
        "/v1/clients/x/history | client id must be a whole number from 0 to 2147483647, is 'x'",
        "/v1/features?search=%20 | parameter search must be a text of 1 to 100 characters, is ' '",
        "/v1/features?top=0 | parameter top must be a whole number from 1 to 1000, is '0'",
        "/v1/importance?client=-5 | parameter client must be a whole number from 0 to 2147483647,"
            + " is '-5'",
        "/v1/pairs?x=AGE_YEARS&y=AGE_YEARS | parameters x and y must name two features, both are"
            + " 'AGE_YEARS'",
        "/v1/pairs?x= | parameter x must be a text of 1 to 100 characters, is ''",
        "/v1/pairs?client=me | parameter client must be a whole number from 0 to 2147483647, is"
            + " 'me'",
        "/v1/model/cut-off?costRatio=0 | parameter costRatio must be a decimal number from 0.001 to"
            + " 10000, is '0'",
        "/v1/model/cut-off?cutOff=1 | parameter cutOff must be a decimal number from 0.0001 to"
            + " 0.999, is '1'",
        "/v1/model/cut-off?cutOff=1e-2 | parameter cutOff must be a decimal number from 0.0001 to"
            + " 0.999, is '1e-2'",
        "/v1/model/cut-off?cutOff=0.1&costRatio=9 | parameters costRatio and cutOff say the same;"
            + " give one of them",
        "/v1/importance?by=client | parameter by must be one of feature, group, is 'client'",
        "/v1/importance?top=6 | parameter top must be a whole number from 1 to 5, is '6'",
        "/v1/features/AGE_YEARS/distribution?client=x | parameter client must be a whole number"
            + " from 0 to 2147483647, is 'x'"
      })
  void namesAWrongValueAndWhatIsAllowed(String path, String detail) {
    requireProblem(service.get(path), 400, detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/clients/100001 | there is no client 100001",
        "/v1/clients/0/explanation | there is no client 0",
        "/v1/features/AGE | there is no feature 'AGE'; /v1/features lists them",
        "/v1/features/AGE/distribution | there is no feature 'AGE'; /v1/features lists them",
        "/v1/features/AGE_YEARS/distribution?client=100001 | there is no client 100001",
        "/v1/features/CODE_GENDER/distribution | no distribution is published of 'CODE_GENDER'",
        "/v1/clients/100001/position | there is no client 100001",
        "/v1/clients/100001/summary | there is no client 100001",
        "/v1/clients/100001/history | there is no client 100001",
        "/v1/clients?snapshot=20200101T000000Z-000000 | no snapshot 20200101T000000Z-000000 is"
            + " kept; /v1/snapshots lists those that are",
        "/v1/importance?client=100001 | there is no client 100001",
        "/v1/pairs?client=100001 | there is no client 100001",
        "/v1/pairs?x=CODE_GENDER | there is no pair with 'CODE_GENDER'; GET /v1/pairs/features"
            + " lists the features that have pairs",
        "/v1/nothing | there is nothing at this path; /docs lists the routes",
        "/nothing | there is nothing at this path; /docs lists the routes",
        "/assets/swagger-ui/../../secret | there is nothing at this path; /docs lists the routes"
      })
  void namesWhatIsNotThere(String path, String detail) {
    requireProblem(service.get(path), 404, detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void otherMethodsAreNotAllowed(String method) {
    HttpRequest.Builder request =
        service
            .request("/v1/clients/100002")
            .header("Authorization", "Bearer " + TestService.TOKEN)
            .method(method, BodyPublishers.noBody());
    Answer answer = service.send(request);
    requireProblem(answer, 405, "method " + method + " is not served here; allowed: GET, HEAD");
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
  }

  /** Requests that Jetty refuses before any route sees them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /v1/clients/1%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /v1/clients/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /v1/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /v1/clients/..%2f..%2fsecret HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /v1/clients/1 HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /v1/clients/1 HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /v1/clients/1 HTTP/1.1\r\nHost: localhost\r\nBad Header\r\nConnection: close\r\n\r\n"
      })
  void jettysOwnErrorsAreProblemsToo(String request) throws IOException {
    requireRawProblem(raw(request));
  }

  /** No URI of the JDK's client may hold these. */
  @ParameterizedTest
  @ValueSource(strings = {"prefix=%", "prefix=%zz", "limit=5&prefix=1%2"})
  void aValueThatCannotBeDecodedIsCalledThat(String query) throws IOException {
    String response =
        raw(
            "GET /v1/clients?"
                + query
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + TestService.TOKEN
                + "\r\n\r\n");
    requireRawProblem(response);
    assertThat(response)
        .startsWith("HTTP/1.1 400 ")
        .contains("the value of query parameter 'prefix' cannot be decoded");
  }

  @Test
  void aHugeHeaderIsAProblem() throws IOException {
    String huge = "x".repeat(20_000);
    requireRawProblem(
        raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: " + huge + "\r\n\r\n"));
    requireRawProblem(raw("GET /" + huge + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  }

  private static void requireProblem(Answer answer, int status, String detail) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    JsonNode problem = answer.json();
    assertThat(problem.path("type").textValue()).isEqualTo("about:blank");
    assertThat(problem.path("title").textValue()).isNotBlank();
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    assertThat(problem.path("detail").textValue()).isEqualTo(detail);
    assertThat(problem.path("instance").textValue()).startsWith("/");
  }

  private static void requireRawProblem(String response) {
    assertThat(response).matches("(?s)HTTP/1\\.[01] (4\\d\\d|505) .*");
    assertThat(response).containsIgnoringCase("Content-Type: application/problem+json");
    assertThat(response).contains("\"type\":\"about:blank\"");
    assertThat(response).containsIgnoringCase("X-Content-Type-Options: nosniff");
    assertThat(response)
        .doesNotContain("jetty")
        .doesNotContain("Jetty")
        .doesNotContain("Exception");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
