package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandIT {
  private static final URI NO_SERVICE = URI.create("http://127.0.0.1:9");
  @TempDir Path folder;

  @Test
  void endsWithEverythingItStartedAndStartsAgainWithTheSameUsers() throws Exception {
    Map<String, String> first;
    try (StubService service = StubService.start()) {
      EmbeddedZeppelin zeppelin =
          EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN);
      List<ProcessHandle> children;
      try {
        first = zeppelin.signIns();
        Analyst.signIn(zeppelin, "analyst")
            .run("CREDIT001", "credit-client-decision", Map.of("client", "100002"));
        children = zeppelin.children();
        assertThat(children).as("the server and its %credit").hasSizeGreaterThanOrEqualTo(2);
      } finally {
        zeppelin.close();
      }
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(zeppelin.output()).doesNotContain("ended by itself");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(zeppelin.runDirectory().resolve("sign-in.txt"))))
          .isEqualTo("rw-------");
      assertThat(Files.readString(zeppelin.runDirectory().resolve("conf/shiro.ini")))
          .doesNotContain(first.get("analyst"))
          .doesNotContain(first.get("admin"));

      try (EmbeddedZeppelin again =
          EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN)) {
        assertThat(again.signIns()).isEqualTo(first);
        assertThat(again.output()).doesNotContain(first.get("analyst"));
      }
    }
  }

  @Test
  void aTakenPortIsNamedWithWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Process process = EmbeddedZeppelin.command(folder, taken.getLocalPort(), NO_SERVICE).start();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(Files.readString(folder.resolve("output")))
          .contains("port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used")
          .contains("--port");
    }
  }
}
