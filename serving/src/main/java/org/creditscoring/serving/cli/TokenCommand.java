package org.creditscoring.serving.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.auth.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, names and takes back the tokens of the API; a running service follows within a second. */
@Command(
    name = "token",
    description = "The API's tokens. A running service follows within a second.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([dhm])");

  @Spec private CommandSpec spec;

  @Command(
      name = "create",
      description = "Makes a token and prints its secret, which is kept nowhere.",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin RegistryOption registry,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              required = true,
              description = "Who it is for; it stands in the audit log.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description = "reader, notebook, analyst or admin.")
          String role,
      @Option(
              names = "--expires",
              paramLabel = "SPAN",
              description = "From now on: 90d, 12h or 30m; without, never.")
          String expires) {
    Role given =
        Role.of(role)
            .orElseThrow(
                () -> wrong("--role must be one of " + Role.words() + ", is '" + role + "'"));
    Optional<Instant> end = Optional.ofNullable(expires).map(this::end);
    String secret;
    try {
      secret = registry.registry().create(name, given, end);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
    // Only the secret is on standard output, so that it can be sent into a file.
    PrintWriter out = spec.commandLine().getOut();
    out.println(secret);
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "token %s, role %s, %s; it is not shown again%n",
        name, role, end.map(at -> "expires " + at).orElse("never expires"));
    err.flush();
    return ExitCodes.DONE;
  }

  @Command(
      name = "list",
      description = "Names the tokens: name, role, made, expires.",
      mixinStandardHelpOptions = true)
  int list(@Mixin RegistryOption registry) {
    PrintWriter out = spec.commandLine().getOut();
    Instant now = Instant.now();
    out.printf("%-24s %-8s %-20s %s%n", "NAME", "ROLE", "MADE", "EXPIRES");
    for (Token token : registry.registry().read().all()) {
      out.printf(
          "%-24s %-8s %-20s %s%s%n",
          token.name(),
          token.role().word(),
          token.created(),
          token.expires().map(Instant::toString).orElse("never"),
          token.expiredAt(now) ? " (expired)" : "");
    }
    out.flush();
    return ExitCodes.DONE;
  }

  @Command(name = "revoke", description = "Takes a token back.", mixinStandardHelpOptions = true)
  int revoke(
      @Mixin RegistryOption registry,
      @Parameters(paramLabel = "NAME", description = "Of the token.") String name) {
    registry.registry().revoke(name);
    PrintWriter out = spec.commandLine().getOut();
    out.println("token " + name + " is revoked");
    out.flush();
    return ExitCodes.DONE;
  }

  private Instant end(String span) {
    Matcher matcher = SPAN.matcher(span);
    if (!matcher.matches()) {
      throw wrong("--expires must be a span such as 90d, 12h or 30m, is '" + span + "'");
    }
    long count = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "d" -> Duration.ofDays(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofMinutes(count);
        };
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(duration);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
