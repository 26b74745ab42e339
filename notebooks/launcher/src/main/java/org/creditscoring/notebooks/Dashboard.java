package org.creditscoring.notebooks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the dashboard would start here and have something to draw. */
final class Dashboard {
  private static final String WHAT = "dashboard";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Pattern SERVER = Pattern.compile("zeppelin-server-(\\d+\\.\\d+)\\..*\\.jar");
  private static final Set<String> KNOWN = Set.of("0.10", "0.11", "0.12");
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final NotebooksSettings settings;
  private final Map<String, String> environment;

  Dashboard(NotebooksSettings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = environment;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(assembled());
    official().ifPresent(findings::add);
    findings.add(port());
    findings.add(rights());
    findings.addAll(secrets());
    findings.add(service());
    return findings;
  }

  private Finding assembled() {
    Path home = settings.home();
    return Files.isDirectory(home.resolve("lib"))
            && Files.isDirectory(home.resolve("interpreter/credit"))
        ? Finding.ok("zeppelin", "the embedded one is assembled")
        : Finding.warn(
            "zeppelin",
            "the embedded one is not assembled in " + home,
            "nothing: the next './credit notebooks' or './credit up' builds it");
  }

  /** A Zeppelin of one's own, if one is named. */
  private Optional<Finding> official() {
    String named = environment.getOrDefault("ZEPPELIN_HOME", "");
    if (named.isBlank()) {
      return Optional.empty();
    }
    String what = "ZEPPELIN_HOME";
    Path home = Path.of(named).toAbsolutePath().normalize();
    try {
      OfficialZeppelin.at(home, environment);
    } catch (NotebooksException e) {
      return Optional.of(
          Finding.bad(what, e.getMessage(), "name the folder of a Zeppelin, or unset it"));
    }
    String version = version(home).orElse("");
    return Optional.of(
        KNOWN.contains(version)
            ? Finding.ok(what, home + " is a Zeppelin " + version)
            : Finding.warn(
                what,
                home
                    + (version.isEmpty()
                        ? " is a Zeppelin of an unknown version"
                        : " is a Zeppelin " + version),
                "0.10 to 0.12 are known to work"));
  }

  private static Optional<String> version(Path home) {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      return jars.map(jar -> SERVER.matcher(jar.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Finding port() {
    String what = "dashboard port";
    String place = settings.address() + ":" + settings.port();
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.address(), settings.port()));
      return Finding.ok(what, place + " is free");
    } catch (IOException e) {
      return answers(settings.localAddress().resolve("/api/version"))
          ? Finding.ok(what, place + " is served by a Zeppelin already")
          : Finding.bad(
              what,
              place + " cannot be used: " + e.getMessage(),
              "end what listens there, or set credit.notebooks.port (--notebook-port of up)");
    }
  }

  private Finding rights() {
    Path there = settings.runDirectory();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Finding.ok(WHAT, settings.runDirectory() + " can be written")
        : Finding.bad(
            WHAT,
            "no right to write " + there,
            "chown it for the user who runs the dashboard, or set credit.notebooks.run-dir");
  }

  /** Files that only their owner may read. */
  private List<Finding> secrets() {
    List<Finding> open = new ArrayList<>();
    for (Path secret :
        List.of(settings.tokenFile(), new RunDirectory(settings.runDirectory()).signIn())) {
      if (othersMay(secret)) {
        open.add(
            Finding.bad(
                WHAT,
                secret + " may be read by others than its owner",
                "chmod 600 " + secret + ", and make what it holds anew"));
      }
    }
    if (!Files.exists(settings.tokenFile())) {
      open.add(
          Finding.warn(
              WHAT,
              "there is no token " + settings.tokenFile(),
              "nothing: the first './credit serve' makes it; from elsewhere, copy it"));
    }
    return open;
  }

  private static boolean othersMay(Path file) {
    try {
      return Files.exists(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException | UnsupportedOperationException e) {
      // A file system without such rights keeps no secret either, and nobody can mend that here.
      return false;
    }
  }

  private Finding service() {
    return answers(settings.api().resolve("/health/live"))
        ? Finding.ok("API", settings.api() + " answers")
        : Finding.warn(
            "API",
            "nothing answers at " + settings.api(),
            "./credit serve, or ./credit up; or set credit.notebooks.api");
  }

  private static boolean answers(URI address) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      HttpRequest question = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
