package org.creditscoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The secrets here are made up and put together while the test runs, for this file is tracked too.
 */
class SecretScanTest {
  private static final String SIGNS = "Zx81kQ0pWv3TgBn7Lr5Y" + "cJ2mHs9DfA4uE6iKoRtXqVb";
  @TempDir Path directory;

  @Test
  void noSecretIsTracked() throws IOException, InterruptedException {
    Path root = Path.of("../..").toRealPath();
    assumeTrue(Files.exists(root.resolve(".git")), "no git repository: nothing is tracked");

    List<String> tracked = tracked(root);

    assertThat(tracked.contains("pom.xml")).as("git lists what is tracked").isTrue();
    assertThat(SecretScan.of(root, tracked)).isEmpty();
  }

  static Stream<String> secrets() {
    return Stream.of(
        "-----BEGIN " + "PRIVATE KEY-----",
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "-----BEGIN OPENSSH " + "PRIVATE KEY-----",
        "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----",
        "aws_access_key_id = " + "AKIA" + "QWERTYUIOP123456",
        "git clone with " + "ghp_" + SIGNS.substring(0, 36),
        "glpat-" + SIGNS.substring(0, 20),
        "xoxb-" + "123456789012-abcdef",
        "AIza" + SIGNS.substring(0, 35),
        "npm_" + SIGNS.substring(0, 36),
        "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3.c2lnbmF0dXJlLW9m",
        "jdbc:postgresql://credit:" + "Pa55word@db.example/credit",
        "https://user:" + "hunter22@host.example/",
        "run/api-token: " + SIGNS,
        "Authorization: Bearer " + SIGNS,
        "\"password\": \"" + "Tr0ub4dor-and-3-more" + "\"",
        "API_KEY='" + "a1b2c3d4e5f6a7b8c9d0" + "'");
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void whatLooksLikeASecretIsFoundWithItsLineAndNotTold(String secret) throws IOException {
    Files.writeString(directory.resolve("a.conf"), "first\n" + secret + "\n");

    List<String> found = SecretScan.of(directory, List.of("a.conf"));

    assertThat(found).isNotEmpty().allMatch(line -> line.startsWith("a.conf:2: "));
    assertThat(found).noneMatch(line -> line.contains(secret));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = \"of-the-test\"",
        "String token = Files.readString(run.resolve(\"api-token\")).strip();",
        "CREDIT_SERVING_REVIEWS_PASSWORD: {secretKeyRef: {name: credit-db, key: password}}",
        "password: 'Mot de passe',",
        "https://user:${PASSWORD}@host.example/",
        "jdbc:postgresql://db.example/credit?sslmode=verify-full",
        "http://127.0.0.1:7070/v1/clients@something",
        "aTimeThatThereIsNotIsDueWhenTheClocksHaveGo",
        "org.creditscoring.pipeline.feature.history.Declarations",
        "5d3738bc7a2eaa45a94a76c6e87af54a95414637",
        "sha256: 02af0e8b2fe93c9fa6eecf97b53b39faae14c5b996356edb132e9fe620013744",
        "-----BEGIN CERTIFICATE-----"
      })
  void whatIsNoSecretIsLeftAlone(String line) throws IOException {
    Files.writeString(directory.resolve("a.conf"), line + "\n");

    assertThat(SecretScan.of(directory, List.of("a.conf"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.p12", "server.jks", "tls.key", "id_ed25519", ".env", "CA.PEM"})
  void aFileOfKeysIsFoundByItsName(String name) throws IOException {
    Files.write(directory.resolve(name), new byte[] {0, 1, 2});

    assertThat(SecretScan.of(directory, List.of(name)))
        .containsExactly(name + ": a file of keys, by its name");
  }

  private static List<String> tracked(Path root) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "-z")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).isZero();
    return List.of(names.split("\0"));
  }
}
