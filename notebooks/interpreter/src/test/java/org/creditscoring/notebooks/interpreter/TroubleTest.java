package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.zeppelin.display.GUI;
import org.apache.zeppelin.interpreter.InterpreterResult.Code;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest extends StubTest {
  private static final List<String> OF_A_CLIENT =
      List.of(
          "decision", "reasons", "waterfall", "contributions", "position", "what-if", "reviews");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client",
        "decision",
        "reasons",
        "waterfall",
        "contributions",
        "position",
        "what-if",
        "reviews",
        "distribution",
        "pair",
        "importance",
        "importance group"
      })
  void anUnknownClientIsAFriendlyAnswer(String sentence) {
    Drawn drawn = run(sentence, "100009");

    assertThat(drawn.code()).isEqualTo(Code.SUCCESS);
    assertThat(drawn.words()).contains("Client 100009 is not in this snapshot.");
    assertThat(drawn.page().select("[data-credit-client]")).hasSize(3);
  }

  @Test
  void anUnknownClientWithNothingAlikeIsToldSo() {
    assertThat(run("decision", "999999", "fr").words())
        .isEqualTo(
            "Le client 999999 n’est pas dans cet instantané. Vérifiez le numéro. Seuls les clients du"
                + " dernier calcul sont connus, et aucun ne commence par 9.");
  }

  @Test
  void withoutAClientACardAsksForOneAndTheServiceIsNotAsked() {
    for (String sentence : OF_A_CLIENT) {
      Drawn drawn = run(sentence, " ");
      assertThat(drawn.code()).isEqualTo(Code.SUCCESS);
      assertThat(drawn.words()).startsWith("Choose a client");
    }
    assertThat(service.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "10.5", "-1", "<script>alert(1)</script>", "1000000000"})
  void whatIsNoNumberIsNamedAndNotAsked(String typed) {
    Drawn drawn = run("decision", typed);

    assertThat(drawn.words()).startsWith("“" + typed + "” is not a client number.");
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void blanksInANumberAreForgiven() {
    assertThat(run("decision", "100 002").words()).contains("Credit refused for client 100002.");
  }

  @Test
  void aServiceThatIsDownIsNamedWithWhatToDo() {
    service.close();
    Drawn drawn = run("decision", "100002");

    assertThat(drawn.code()).isEqualTo(Code.ERROR);
    assertThat(drawn.words())
        .contains("The scoring service does not answer at " + service.address())
        .contains("./credit serve");
  }

  @Test
  void aWrongTokenIsSaidWithoutTheToken() {
    Drawn drawn =
        Notebook.on(service.address(), "wrong-4711", folder)
            .run("decision", Map.of("client", "100002"));

    assertThat(drawn.code()).isEqualTo(Code.ERROR);
    assertThat(drawn.words())
        .contains("does not let this notebook in")
        .contains("credit.token.file");
    assertThat(drawn.source()).doesNotContain("wrong-4711");
  }

  @Test
  void aTokenFileThatIsNotThereIsTheSameTrouble() throws Exception {
    Files.delete(folder.resolve("token"));

    assertThat(run("decision", "100002").words()).contains("does not let this notebook in");
  }

  @Test
  void theTokenIsInNoAnswer() {
    for (String sentence :
        List.of(
            "client",
            "decision",
            "reasons",
            "waterfall",
            "distribution",
            "importance",
            "describe AGE")) {
      assertThat(run(sentence, "100002").source()).doesNotContain(StubService.TOKEN);
    }
  }

  @Test
  @Timeout(30)
  void aPatientAnalystMayCancel() throws Exception {
    service.hold();
    CompletableFuture<Drawn> running =
        CompletableFuture.supplyAsync(() -> run("decision", "100002"));
    while (service.requests().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    notebook.interpreter().cancel(Notebook.context(new GUI(), "ben"));
    assertThat(running).isNotDone();
    notebook.interpreter().cancel(Notebook.context(new GUI(), "anna"));

    Drawn drawn = running.get(20, TimeUnit.SECONDS);
    assertThat(drawn.code()).isEqualTo(Code.ERROR);
    assertThat(drawn.source()).isEqualTo("Cancelled.");
  }

  @Test
  void eachAnalystHasTheClientHeChoseInTheClientParagraph() {
    notebook.run("client", Map.of("client", "100002"), "anna");
    notebook.run("client", Map.of("client", "100003"), "ben");

    assertThat(notebook.run("decision", Map.of(), "anna").words()).contains("client 100002");
    assertThat(notebook.run("decision", Map.of(), "ben").words()).contains("client 100003");
    assertThat(notebook.run("decision", Map.of(), "cleo").words()).startsWith("Choose a client");
  }

  @Test
  void anAnswerSaysWhoseQuestionItAnswers() {
    assertThat(
            run("decision", "100002", "fr").page().select(".credit").first().attributes().asList())
        .extracting(attribute -> attribute.getKey() + "=" + attribute.getValue())
        .contains("data-client=100002", "lang=fr", "data-title=Décision");
  }
}
