package org.creditscoring.notebooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * All that one installation of the dashboard writes: the assembled Zeppelin itself is only read.
 */
final class RunDirectory {
  /** The line of the template that the generated users take the place of. */
  private static final String USERS = "%USERS%\n";

  private final Path root;

  RunDirectory(Path root) {
    this.root = root;
  }

  Path configuration() {
    return root.resolve("conf");
  }

  Path notes() {
    return root.resolve("notebook");
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  Path signIn() {
    return root.resolve("sign-in.txt");
  }

  /**
   * Makes what is missing and brings the rest up to date; users' changes to shiro.ini and to notes
   * stay.
   *
   * @return the sign-in, when it was made now
   * @throws NotebooksException where the directory cannot be written
   */
  Optional<SignIn> prepare(NotebooksSettings settings) {
    try {
      Files.createDirectories(root);
      forItsOwner(root, "rwx------");
      for (Path folder : new Path[] {configuration(), notes(), logs(), temporary()}) {
        Files.createDirectories(folder);
      }
      Files.writeString(
          configuration().resolve("zeppelin-site.xml"), new SiteProperties(settings, this).xml());
      Files.writeString(configuration().resolve("log4j.properties"), resource("log4j.properties"));
      new Notes(settings.home().resolve("notes"), this).install();
      return users(settings.confDirectory().resolve("shiro.ini"));
    } catch (IOException e) {
      throw NotebooksException.wrongUse(
          "cannot make the run directory " + root + ": " + e + "; name another with --run-dir");
    }
  }

  private Optional<SignIn> users(Path template) throws IOException {
    Path shiro = configuration().resolve("shiro.ini");
    if (Files.exists(shiro)) {
      forItsOwner(shiro, "rw-------");
      return Optional.empty();
    }
    String rules = Files.readString(template);
    if (!rules.contains(USERS)) {
      throw NotebooksException.wrongUse(
          template + " has no line " + USERS.strip() + " for the first users; put it into [users]");
    }
    SecureRandom random = new SecureRandom();
    SignIn signIn = SignIn.generate(random);
    signIn.writeTo(signIn());
    // Last and in one step, because its presence says that the sign-in is complete.
    Path whole = Files.createTempFile(configuration(), "shiro", ".new");
    Files.writeString(whole, rules.replace(USERS, signIn.shiroUsers(random)));
    forItsOwner(whole, "rw-------");
    Files.move(whole, shiro, StandardCopyOption.ATOMIC_MOVE);
    return Optional.of(signIn);
  }

  private static void forItsOwner(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String resource(String name) {
    try (InputStream in = RunDirectory.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of our own jar", e);
    }
  }
}
