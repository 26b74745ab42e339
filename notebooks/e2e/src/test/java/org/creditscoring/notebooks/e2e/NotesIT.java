package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Every note, by Zeppelin's REST API. */
class NotesIT {
  private static final String REFUSED = "100002";
  private static final String ACCEPTED = "100003";
  private static final String UNKNOWN = "999999";
  private static final String CLIENT_NOTE = "CREDIT001";

  /** Sentences whose answer is about the client or not at all. */
  private static final List<String> OF_A_CLIENT =
      List.of(
          "client",
          "decision",
          "reasons",
          "waterfall",
          "what-if",
          "position",
          "contributions",
          "reviews");

  @TempDir static Path folder;
  private static StubService service;
  private static EmbeddedZeppelin zeppelin;

  @BeforeAll
  static void start() throws Exception {
    service = StubService.start();
    SnapshotFolder.copyGolden(folder.resolve("snapshots"));
    zeppelin = EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN);
  }

  @AfterAll
  static void stop() {
    zeppelin.close();
    service.close();
  }

  @Test
  void everyParagraphOfEveryNoteAnswersAndNoFileKeepsAClientOrAToken() throws Exception {
    Analyst modeller = Analyst.signIn(zeppelin, "modeller");
    List<String> notes = modeller.notes();
    assertThat(notes).hasSize(8);

    for (String note : notes) {
      JsonNode paragraphs = modeller.note(note).path("paragraphs");
      assertThat(paragraphs).as(note).isNotEmpty();
      for (JsonNode paragraph : paragraphs) {
        for (String client : List.of(REFUSED, ACCEPTED, UNKNOWN)) {
          answers(modeller, note, paragraph, client);
        }
      }
    }

    noFileKeeps(REFUSED, ACCEPTED, UNKNOWN, StubService.TOKEN);
    assertThat(zeppelin.output()).doesNotContain(StubService.TOKEN);
  }

  private static void answers(Analyst who, String note, JsonNode paragraph, String client)
      throws IOException, InterruptedException {
    String id = paragraph.path("id").asText();
    JsonNode result = who.run(note, id, Map.of("client", client, "lang", "en", "view", "report"));
    String what = note + " " + id + " " + client;
    assertThat(result.path("code").asText()).as(what).isEqualTo("SUCCESS");
    assertThat(result.at("/msg/0/type").asText()).as(what).isEqualTo("HTML");
    String data = result.at("/msg/0/data").asText();
    assertThat(data).as(what).contains("<div class=\"credit\"").doesNotContain("role=\"alert\"");
    String sentence = paragraph.path("text").asText().replace("%credit ", "");
    if (OF_A_CLIENT.contains(sentence)) {
      assertThat(data)
          .as(what)
          .contains(client.equals(UNKNOWN) ? "is not in this snapshot" : client);
    }
  }

  private static void noFileKeeps(String... secrets) throws IOException {
    try (Stream<Path> files = Files.walk(zeppelin.runDirectory())) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secrets);
      }
    }
  }

  @Test
  void theServiceIsToldWhoAsks() throws Exception {
    Analyst.signIn(zeppelin, "analyst")
        .run(CLIENT_NOTE, "credit-client-decision", Map.of("client", REFUSED));

    assertThat(service.analysts()).contains("analyst");
  }

  @Test
  void twoAnalystsAtOnceEachSeeTheirOwnClient() throws Exception {
    Analyst anna = Analyst.signIn(zeppelin, "analyst");
    Analyst ben = Analyst.signIn(zeppelin, "admin");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<List<String>> annas = both.submit(tenDecisions(anna, REFUSED));
      Future<List<String>> bens = both.submit(tenDecisions(ben, ACCEPTED));
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
            .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String decision(Analyst analyst, String client) {
    try {
      return analyst
          .run(CLIENT_NOTE, "credit-client-decision", Map.of("client", client))
          .at("/msg/0/data")
          .asText();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobodySeesANoteWithoutSigningIn() throws Exception {
    assertThat(Analyst.nobody(zeppelin).status("GET", "/api/notebook/" + CLIENT_NOTE, ""))
        .isEqualTo(302);
  }
}
