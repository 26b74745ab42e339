package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an analyst, who runs notes, cannot do to them or to others. */
class RightsIT {
  private static final String NOTE = "/api/notebook/CREDIT001";
  private static final String DECISION = "credit-client-decision";
  private static final String HOSTILE = "%md <img src=x onerror=alert(1)>";
  @TempDir static Path folder;
  private static StubService service;
  private static EmbeddedZeppelin zeppelin;
  private static Analyst analyst;
  private static Analyst admin;

  @BeforeAll
  static void start() throws Exception {
    service = StubService.start();
    zeppelin = EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN);
    analyst = Analyst.signIn(zeppelin, "analyst");
    admin = Analyst.signIn(zeppelin, "admin");
  }

  @AfterAll
  static void stop() {
    zeppelin.close();
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /api/notebook | {'name':'Mine'}",
        "POST | /api/notebook/import | {'name':'Mine','paragraphs':[]}",
        "POST | " + NOTE + " | {'name':'Mine'}",
        "DELETE | " + NOTE + " | ''",
        "PUT | " + NOTE + "/permissions | {'owners':['analyst']}",
        "PUT | " + NOTE + "/rename | {'name':'Mine'}",
        "PUT | " + NOTE + "/clear | ''",
        "PUT | " + NOTE + "/paragraph/" + DECISION + " | {'text':'%credit importance'}",
        "PUT | " + NOTE + "/paragraph/" + DECISION + "/config | {'colWidth':1}",
        "POST | " + NOTE + "/paragraph | {'title':'Mine','text':'%credit importance'}",
        "POST | /api/notebook/cron/CREDIT001 | {'cron':'* * * * * ?'}",
        "POST | /api/session | ''",
        "PUT | /api/log/level/INFO | ''",
        "GET | /api/interpreter/setting | ''",
        "GET | /api/configurations/all | ''",
        "GET | /api/credential | ''",
        "GET | /api/security/userlist/a | ''",
      })
  void anAnalystIsRefused(String method, String path, String body) throws Exception {
    assertThat(analyst.status(method, path, body.replace('\'', '"'))).isIn(401, 403);
  }

  @Test
  void anAdministratorMakesHandsOverAndRemovesNotes() throws Exception {
    assertThat(admin.status("GET", "/api/interpreter/setting", "")).isEqualTo(200);
    assertThat(admin.status("POST", "/api/notebook", "{\"name\":\"Theirs\"}")).isEqualTo(200);
    String id = admin.noteNamed("/Theirs");
    String rights =
        "{'owners':['admin'],'writers':['admin'],'runners':['analyst'],'readers':['analyst']}"
            .replace('\'', '"');
    assertThat(admin.status("PUT", "/api/notebook/" + id + "/permissions", rights)).isEqualTo(200);
    assertThat(admin.status("DELETE", "/api/notebook/" + id, "")).isEqualTo(200);
  }

  @Test
  void anAdministratorChangesAParagraph() throws Exception {
    String path = NOTE + "/paragraph/credit-client-waterfall";

    assertThat(admin.status("PUT", path, "{\"text\":\"%credit importance\"}")).isEqualTo(200);

    assertThat(Files.readString(file())).contains("%credit importance");
    assertThat(admin.status("PUT", path, "{\"text\":\"%credit waterfall\"}")).isEqualTo(200);
    assertThat(Files.readString(file())).doesNotContain("%credit importance");
  }

  /** Zeppelin lets whoever may run a paragraph send its text along, by WebSocket only. */
  @Test
  void anAnalystCannotRewriteANoteByWebSocket() throws Exception {
    String before = Files.readString(file());
    Map<String, Object> paragraph =
        Map.of(
            "noteId",
            "CREDIT001",
            "id",
            DECISION,
            "title",
            "Decision",
            "paragraph",
            HOSTILE,
            "config",
            Map.of(),
            "params",
            Map.of());

    int status = analyst.bySocket("CREDIT001", "RUN_PARAGRAPH", paragraph);

    assertThat(file()).hasContent(before);
    assertThat(admin.note("CREDIT001").toString()).doesNotContain("onerror");
    assertThat(admin.run("CREDIT001", DECISION, Map.of("client", "100002")).toString())
        .contains("Credit refused for client 100002.")
        .doesNotContain("onerror");
    assertThat(status).isEqualTo(403);
  }

  @Test
  void aModellerChangesNotesAndNotTheServer() throws Exception {
    Analyst modeller = Analyst.signIn(zeppelin, "modeller");
    String path = NOTE + "/paragraph/credit-client-reasons";

    assertThat(modeller.status("PUT", path, "{\"text\":\"%credit importance\"}")).isEqualTo(200);
    assertThat(Files.readString(file())).contains("%credit importance");
    assertThat(modeller.status("PUT", path, "{\"text\":\"%credit reasons\"}")).isEqualTo(200);
    assertThat(modeller.status("GET", "/api/interpreter/setting", "")).isIn(401, 403);
    assertThat(modeller.status("PUT", NOTE + "/permissions", "{\"owners\":[\"modeller\"]}"))
        .isIn(401, 403);
  }

  @Test
  void freeAnalysisIsNotTheAnalysts() throws Exception {
    assertThat(analyst.notes()).doesNotContain("CREDIT008");
    assertThat(analyst.run("CREDIT008", "credit-free-decisions", Map.of()).path("code").asText())
        .isNotEqualTo("SUCCESS");
    assertThat(Analyst.signIn(zeppelin, "modeller").notes()).contains("CREDIT008");
  }

  @Test
  void nothingButOurSentencesCanRun() throws Exception {
    try (var interpreters =
        Files.list(Path.of(System.getProperty("zeppelin.home"), "interpreter"))) {
      assertThat(interpreters.filter(Files::isDirectory).map(Path::getFileName))
          .containsExactly(Path.of("credit"));
    }
  }

  private static Path file() {
    return zeppelin.runDirectory().resolve("notebook/Client_CREDIT001.zpln");
  }
}
