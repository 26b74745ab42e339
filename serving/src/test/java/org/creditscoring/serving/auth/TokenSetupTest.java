package org.creditscoring.serving.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSetupTest {
  @TempDir Path run;
  private TokenSetup setup;

  @BeforeEach
  void setUp() {
    setup =
        new TokenSetup(
            new TokenRegistry(run.resolve("tokens.json")), new TokenFile(run.resolve("api-token")));
  }

  @Test
  void theFirstStartMakesTwoTokensAndTheNextKeepsThem() throws IOException {
    setup.forLoopback();
    String operator = Files.readString(run.resolve("api-token")).strip();
    String notebook = Files.readString(run.resolve("notebook-token")).strip();
    Tokens tokens = setup.registry().read();
    assertThat(tokens.of(BearerToken.of(operator)).orElseThrow().role()).isEqualTo(Role.ADMIN);
    assertThat(tokens.of(BearerToken.of(notebook)).orElseThrow().role()).isEqualTo(Role.NOTEBOOK);
    assertThat(Files.readString(run.resolve("tokens.json")))
        .doesNotContain(operator)
        .doesNotContain(notebook);
    setup.forLoopback();
    assertThat(Files.readString(run.resolve("api-token")).strip()).isEqualTo(operator);
    assertThat(setup.registry().read().all()).isEqualTo(tokens.all());
  }

  @Test
  void aTokenFileThatTheOperatorPutThereIsTakenOver() throws IOException {
    String own = "a-secret-of-the-operator-0123456789";
    OwnerFile.replace(run.resolve("api-token"), own + "\n");
    setup.forLoopback();
    assertThat(setup.registry().read().of(BearerToken.of(own)).orElseThrow().name())
        .isEqualTo("operator");
  }

  @Test
  void aStartWithoutTheTokenFileIsRefusedAndSaysWhatToDo() throws IOException {
    setup.forLoopback();
    Files.delete(run.resolve("api-token"));
    assertThatThrownBy(setup::forLoopback)
        .isInstanceOf(TokenFileException.class)
        .hasMessage(
            "there is no token file %s, though %s holds its digest as 'operator': put it back, or './credit token revoke operator' and the service starts without it"
                .formatted(run.resolve("api-token"), run.resolve("tokens.json")));
    setup.registry().revoke("operator");
    setup.forLoopback();
    assertThat(setup.registry().read().named("operator")).isEmpty();
    assertThat(Files.exists(run.resolve("api-token"))).isFalse();
  }

  @Test
  void aStartWithAnotherTokenInTheFileIsRefused() throws IOException {
    setup.forLoopback();
    OwnerFile.replace(run.resolve("notebook-token"), "another-secret-that-nobody-registered\n");
    assertThatThrownBy(setup::forLoopback)
        .hasMessageContaining("notebook-token is not the token 'notebook' of");
  }

  @Test
  void aStartWithoutTheRegistryIsRefusedAndSaysWhatToDo() throws IOException {
    setup.forLoopback();
    Files.delete(run.resolve("tokens.json"));
    assertThatThrownBy(setup::forLoopback)
        .isInstanceOf(TokenFileException.class)
        .hasMessage(
            "there is no token registry %s, though %s shows that there was one: restore it, or delete the token files beside it and new tokens are made"
                .formatted(run.resolve("tokens.json"), run.resolve("notebook-token")));
  }

  @Test
  void otherMachinesAreServedOnlyWithAValidToken() {
    String message =
        "host 0.0.0.0 is reached from other machines, and %s holds no token that is valid: './credit token create --name NAME --role ROLE' makes one"
            .formatted(run.resolve("tokens.json"));
    assertThatThrownBy(() -> setup.forOtherMachines("0.0.0.0"))
        .isInstanceOf(TokenFileException.class)
        .hasMessage(message);
    assertThat(run.resolve("tokens.json")).as("made by the start").doesNotExist();
    setup
        .registry()
        .create("old", Role.READER, Optional.of(Instant.now().minus(Duration.ofDays(1))));
    assertThatThrownBy(() -> setup.forOtherMachines("0.0.0.0")).hasMessage(message);
    setup
        .registry()
        .create("new", Role.READER, Optional.of(Instant.now().plus(Duration.ofDays(1))));
    setup.forOtherMachines("0.0.0.0");
  }
}
