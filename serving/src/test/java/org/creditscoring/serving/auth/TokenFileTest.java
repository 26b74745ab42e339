package org.creditscoring.serving.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
  @TempDir Path directory;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void makesATokenThatOnlyItsOwnerReads() throws IOException {
    Path file = directory.resolve("run/api-token");
    BearerToken made = new TokenFile(file).make();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String token = Files.readString(file);
    assertThat(token).matches("[A-Za-z0-9_-]{43}\n");
    assertThat(made).isEqualTo(BearerToken.of(token.strip()));
    assertThat(new TokenFile(file).read()).isEqualTo(made);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void twoTokensDiffer() throws IOException {
    new TokenFile(directory.resolve("a")).make();
    new TokenFile(directory.resolve("b")).make();
    assertThat(Files.readString(directory.resolve("a")))
        .isNotEqualTo(Files.readString(directory.resolve("b")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesAFileThatOthersMayRead() throws IOException {
    Path file = directory.resolve("api-token");
    new TokenFile(file).make();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> new TokenFile(file).read())
        .isInstanceOf(TokenFileException.class)
        .hasMessage(
            file + " may be used by others than its owner (rw-r--r--): 'chmod 600 " + file + "'");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesAFileWithoutAToken() throws IOException {
    Path file = directory.resolve("api-token");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    for (String content : new String[] {"", "short", "with spaces ".repeat(10)}) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> new TokenFile(file).read())
          .isInstanceOf(TokenFileException.class)
          .hasMessageContaining("holds no token");
    }
  }

  @Test
  void saysWhatToDoWhenItCannotBeMade() throws IOException {
    Path notADirectory = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> new TokenFile(notADirectory.resolve("api-token")).make())
        .isInstanceOf(TokenFileException.class)
        .hasMessageContaining("take another with --token-file");
  }
}
