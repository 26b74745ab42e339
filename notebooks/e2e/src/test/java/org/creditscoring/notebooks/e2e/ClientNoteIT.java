package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNoteIT {
  private static final String NOTE = "CREDIT001";
  @TempDir static Path folder;
  private static StubService service;
  private static EmbeddedZeppelin zeppelin;

  @BeforeAll
  static void start() throws Exception {
    service = StubService.start();
    zeppelin = EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN);
  }

  @AfterAll
  static void stop() {
    zeppelin.close();
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "100002, credit-client-client, had payment difficulties",
    "100002, credit-client-decision, Credit refused for client 100002.",
    "100002, credit-client-reasons, What speaks against",
    "100002, credit-client-waterfall, window.creditChart",
    "100002, credit-client-distribution, This client: 0.16",
    "100003, credit-client-client, past client",
    "100003, credit-client-decision, Credit accepted for client 100003.",
    "100003, credit-client-reasons, What speaks for",
    "100003, credit-client-waterfall, window.creditChart",
    "100003, credit-client-distribution, This client: 0.47",
    "999999, credit-client-client, is not in this snapshot",
    "999999, credit-client-decision, is not in this snapshot",
    "999999, credit-client-reasons, is not in this snapshot",
    "999999, credit-client-waterfall, is not in this snapshot",
    "999999, credit-client-distribution, is not in this snapshot",
  })
  void everyParagraphAnswers(String client, String paragraph, String words) throws Exception {
    JsonNode result =
        Analyst.signIn(zeppelin, "analyst").run(NOTE, paragraph, Map.of("client", client));

    assertThat(result.path("code").asText()).isEqualTo("SUCCESS");
    assertThat(result.at("/msg/0/type").asText()).isEqualTo("HTML");
    assertThat(result.at("/msg/0/data").asText()).contains(words);
  }

  /** The paragraphs above must be all there are. */
  @Test
  void theNoteHoldsTheseParagraphsWithTheirForms() throws Exception {
    Analyst analyst = Analyst.signIn(zeppelin, "analyst");
    analyst.run(NOTE, "credit-client-distribution", Map.of("client", "100002"));

    JsonNode paragraphs = analyst.note(NOTE).path("paragraphs");

    assertThat(paragraphs.findValuesAsText("text"))
        .containsExactly(
            "%credit client",
            "%credit decision", "%credit reasons", "%credit waterfall", "%credit distribution");
    assertThat(paragraphs.at("/4/settings/forms/feature/options")).hasSize(13);
  }

  @Test
  void noFileKeepsAClientOrAToken() throws Exception {
    Analyst analyst = Analyst.signIn(zeppelin, "analyst");
    for (String card : List.of("client", "decision", "reasons", "waterfall", "distribution")) {
      analyst.run(NOTE, "credit-client-" + card, Map.of("client", "100003"));
    }

    try (Stream<Path> files = Files.walk(zeppelin.runDirectory())) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text)
            .as(file.toString())
            .doesNotContain("100003")
            .doesNotContain(StubService.TOKEN);
      }
    }
    assertThat(zeppelin.output()).doesNotContain(StubService.TOKEN);
  }

  @Test
  void twoAnalystsAtOnceEachSeeTheirOwnClient() throws Exception {
    Analyst anna = Analyst.signIn(zeppelin, "analyst");
    Analyst ben = Analyst.signIn(zeppelin, "admin");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<List<String>> annas = both.submit(tenDecisions(anna, "100002"));
      Future<List<String>> bens = both.submit(tenDecisions(ben, "100003"));
      assertThat(annas.get())
          .hasSize(10)
          .allMatch(html -> html.contains("client 100002") && !html.contains("100003"));
      assertThat(bens.get())
          .hasSize(10)
          .allMatch(html -> html.contains("client 100003") && !html.contains("100002"));
    } finally {
      both.shutdownNow();
    }
  }

  private static Callable<List<String>> tenDecisions(Analyst analyst, String client) {
    return () ->
        IntStream.range(0, 10)
            .mapToObj(i -> decision(analyst, client))
            .collect(Collectors.toList());
  }

  private static String decision(Analyst analyst, String client) {
    try {
      return analyst
          .run(NOTE, "credit-client-decision", Map.of("client", client))
          .at("/msg/0/data")
          .asText();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobodySeesANoteWithoutSigningIn() throws Exception {
    assertThat(Analyst.nobody(zeppelin).status("GET", "/api/notebook/" + NOTE, "")).isEqualTo(302);
  }
}
