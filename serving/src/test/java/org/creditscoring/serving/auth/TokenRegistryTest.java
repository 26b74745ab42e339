package org.creditscoring.serving.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRegistryTest {
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  /** SHA-256 of "secret", by sha256sum. */
  private static final String DIGEST =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  @TempDir Path directory;
  private TokenRegistry registry;

  @BeforeEach
  void setUp() {
    registry = new TokenRegistry(directory.resolve("tokens.json"));
  }

  @Test
  void keepsWhatWasCreatedAndNoSecret() throws IOException {
    String secret = registry.create("batch", Role.READER, Optional.of(END));
    assertThat(secret).matches("[A-Za-z0-9_-]{43}");
    Token kept = registry.read().of(BearerToken.of(secret)).orElseThrow();
    assertThat(kept.name()).isEqualTo("batch");
    assertThat(kept.role()).isEqualTo(Role.READER);
    assertThat(kept.expires()).contains(END);
    assertThat(Files.readString(registry.path())).doesNotContain(secret);
    assertThat(registry.read().of(BearerToken.of(secret + "x"))).isEmpty();
  }

  @Test
  void aDigestIsTheSha256OfTheSecret() throws IOException {
    write("{\"tokens\":[{\"name\":\"a\",\"role\":\"admin\",\"sha256\":\"" + DIGEST + "\"}]}");
    assertThat(registry.read().of(BearerToken.of("secret")).orElseThrow().name()).isEqualTo("a");
  }

  @Test
  void aNameIsGivenOnceAndARevokedOneIsFree() {
    registry.create("batch", Role.READER, Optional.empty());
    assertThatThrownBy(() -> registry.create("batch", Role.ADMIN, Optional.empty()))
        .isInstanceOf(TokenFileException.class)
        .hasMessage(
            "there is a token named batch already: './credit token revoke batch' first, or take another name");
    registry.revoke("batch");
    assertThat(registry.read().all()).isEmpty();
    registry.create("batch", Role.ADMIN, Optional.empty());
    assertThatThrownBy(() -> registry.revoke("other"))
        .hasMessage("there is no token named 'other'; './credit token list' names them");
  }

  @Test
  void noChangeIsLostWhenSeveralAreMadeAtOnce() throws Exception {
    List<Thread> threads = new ArrayList<>();
    IntStream.range(0, 8)
        .forEach(
            i ->
                threads.add(
                    new Thread(
                        () ->
                            new TokenRegistry(registry.path())
                                .create("token-" + i, Role.READER, Optional.empty()))));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(registry.read().all()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | not a Document",
        "{} | it has no list 'tokens'",
        "{\"tokens\":[{\"name\":\"a\",\"role\":\"reader\"}]} | lacks name, role or sha256",
        "{\"tokens\":[{\"name\":\"a\",\"role\":\"king\",\"sha256\":\"x\"}]} | token a has the role 'king'; there are reader, notebook, analyst, admin",
        "{\"tokens\":[{\"name\":\"a\",\"role\":\"reader\",\"sha256\":\"x\"}]} | token a has no SHA-256 of 64 digits",
        "{\"tokens\":[{\"name\":\"A B\",\"role\":\"reader\",\"sha256\":\"x\"}]} | is 'A B'"
      })
  void saysWhatIsWrongWithIt(String content, String reason) throws IOException {
    write(content);
    assertThatThrownBy(registry::read)
        .isInstanceOf(TokenFileException.class)
        .hasMessageContaining("the token registry " + registry.path() + " cannot be used: ")
        .hasMessageContaining(reason)
        .hasMessageContaining("restore it from a copy");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesARegistryThatOthersMayChange() throws IOException {
    registry.create("batch", Role.READER, Optional.empty());
    Files.setPosixFilePermissions(registry.path(), PosixFilePermissions.fromString("rw-rw----"));
    assertThatThrownBy(registry::read)
        .isInstanceOf(TokenFileException.class)
        .hasMessageContaining("may be changed by others than its owner (rw-rw----): 'chmod go-w");
    Files.setPosixFilePermissions(registry.path(), PosixFilePermissions.fromString("r--r-----"));
    assertThat(registry.read().all()).as("as a mounted secret").hasSize(1);
  }

  @Test
  @Timeout(60)
  void aRunningServiceFollowsItAndKeepsTheLastUsableOne() throws Exception {
    String first = registry.create("first", Role.READER, Optional.empty());
    try (LiveTokens live = LiveTokens.of(registry)) {
      String second = registry.create("second", Role.READER, Optional.empty());
      await(() -> live.get().of(BearerToken.of(second)).isPresent());
      registry.revoke("first");
      await(() -> live.get().of(BearerToken.of(first)).isEmpty());
      write("nonsense");
      TimeUnit.MILLISECONDS.sleep(1_500);
      assertThat(live.get().of(BearerToken.of(second))).isPresent();
    }
  }

  private void write(String content) throws IOException {
    OwnerFile.replace(registry.path(), content);
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    while (!condition.holds()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
