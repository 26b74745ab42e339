package org.creditscoring.serving.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.creditscoring.serving.auth.Token;
import org.creditscoring.serving.auth.TokenFileException;
import org.creditscoring.serving.auth.TokenRegistry;
import org.creditscoring.serving.http.ServerSettings;
import org.creditscoring.serving.snapshot.NothingToServeException;
import org.creditscoring.serving.snapshot.RefusedSnapshotException;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The service's part of {@code ./credit doctor}: a line for each finding, level, what, found, and
 * how to mend it, with tabs between them. It makes and changes nothing.
 */
@Command(
    name = "doctor",
    description = "Tells, for the launcher, whether the service would start and answer here.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final String TOKENS = "API tokens";

  /** A token that ends within this is told while there is time. */
  private static final Duration SOON = Duration.ofDays(14);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    findings().forEach(finding -> out.println(finding.line()));
    out.flush();
    return ExitCodes.DONE;
  }

  private static List<Finding> findings() {
    ServingSettings settings;
    try {
      settings = ServingSettings.load(System.getenv());
    } catch (IllegalArgumentException e) {
      return List.of(
          Finding.bad(
              "API settings", e.getMessage(), "mend it in conf/credit.conf or the environment"));
    }
    return findings(settings, Instant.now());
  }

  static List<Finding> findings(ServingSettings settings, Instant now) {
    List<Finding> findings = new ArrayList<>();
    findings.add(ApiPort.finding(settings.listening(), settings.security().tls().isPresent()));
    findings.add(tokens(settings.security(), settings.listening().host(), now));
    settings.security().audit().ifPresent(audit -> findings.add(audit(audit)));
    findings.add(snapshot(settings.snapshots()));
    return findings;
  }

  /** As the service would take them on that host. */
  private static Finding tokens(Security security, String host, Instant now) {
    TokenRegistry registry = security.registry();
    try {
      if (!ServerSettings.isLoopback(host)) {
        security.setup().forOtherMachines(host);
        return tokens(registry, "", now);
      }
      if (!registry.exists() && !security.setup().notebook().exists()) {
        return Finding.ok(TOKENS, "there are none yet; the first start on loopback makes them");
      }
      // With a registry, or what is left of one, this makes nothing: it only holds the files
      // against it.
      security.setup().forLoopback();
      return tokens(registry, ", its files are readable by their owner alone", now);
    } catch (TokenFileException e) {
      return Finding.bad(TOKENS, e.getMessage(), "as it says");
    } catch (IllegalArgumentException e) {
      return Finding.bad(TOKENS, e.getMessage(), "set credit.serving.host");
    }
  }

  /**
   * @param files what was found of the token files, to follow on
   */
  private static Finding tokens(TokenRegistry registry, String files, Instant now) {
    List<Token> all = registry.read().all();
    List<String> ending =
        all.stream()
            .filter(token -> !token.expiredAt(now) && token.expiredAt(now.plus(SOON)))
            .map(token -> token.name() + " on " + token.expires().orElseThrow())
            .toList();
    List<String> ended =
        all.stream().filter(token -> token.expiredAt(now)).map(Token::name).toList();
    String found =
        "%d in force in %s%s".formatted(all.size() - ended.size(), registry.path(), files);
    if (all.size() == ended.size()) {
      return Finding.bad(
          TOKENS, "none in " + registry.path() + " is in force", "./credit token create");
    }
    List<String> told = new ArrayList<>();
    if (!ending.isEmpty()) {
      told.add("about to end: " + String.join(", ", ending));
    }
    if (!ended.isEmpty()) {
      told.add("ended: " + String.join(", ", ended));
    }
    return told.isEmpty()
        ? Finding.ok(TOKENS, found)
        : Finding.warn(
            TOKENS,
            found + "; " + String.join("; ", told),
            "'./credit token revoke NAME', then create one anew for whoever needs it");
  }

  private static Finding audit(Path audit) {
    Path there = audit.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Finding.ok("audit log", audit + " can be written")
        : Finding.bad(
            "audit log",
            "no right to write " + there + ", and without its log the service does not start",
            "chown it for the user who runs the service, or set credit.serving.audit");
  }

  /** As the service opens it; every hash is the batch's part. */
  private static Finding snapshot(Path snapshots) {
    String what = "API snapshot";
    SnapshotDirectory directory = new SnapshotDirectory(snapshots);
    try (Snapshot snapshot = Snapshot.open(directory.of(directory.current()))) {
      return snapshot.clients().addressable()
          ? Finding.ok(what, snapshot.id() + " can be served")
          : Finding.warn(
              what,
              snapshot.id() + " can be served, but slowly: its files are not addressable",
              "./credit refresh; do not rewrite a snapshot's files by other tools");
    } catch (NothingToServeException e) {
      return Finding.warn(what, e.getMessage(), "./credit refresh, or ./credit up");
    } catch (RefusedSnapshotException e) {
      return Finding.bad(what, e.getMessage(), "./credit snapshots rollback, or ./credit refresh");
    } catch (IOException e) {
      return Finding.bad(what, "cannot be closed: " + e.getMessage(), "look at its disk");
    }
  }
}
