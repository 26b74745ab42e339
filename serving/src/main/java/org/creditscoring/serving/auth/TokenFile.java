package org.creditscoring.serving.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file that holds the bearer token: 256 random bits in base64url, readable only by its owner
 * from its first byte on.
 */
public record TokenFile(Path path) {
  private static final int BYTES = 32;
  private static final int SHORTEST = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * The token of the file, which is made if there is none.
   *
   * @throws TokenFileException if the file cannot be read or made, may be read by others or holds
   *     no token
   */
  public BearerToken readOrMake() {
    try {
      if (!Files.exists(path)) {
        make();
      }
      return read();
    } catch (IOException e) {
      throw new TokenFileException(
          "the token file "
              + path
              + " cannot be read or made ("
              + e
              + "); take another with --token-file");
    }
  }

  private BearerToken read() throws IOException {
    requireOwnerOnly();
    String token = Files.readString(path).strip();
    if (token.length() < SHORTEST || !token.matches("[A-Za-z0-9._~+/=-]+")) {
      throw new TokenFileException(
          path
              + " holds no token: at least "
              + SHORTEST
              + " characters of letters, digits and ._~+/=- on one line; delete it and a new one is"
              + " made");
    }
    return BearerToken.of(token);
  }

  private void make() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path aside = path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(aside);
    write(aside, (token + "\n").getBytes(StandardCharsets.US_ASCII));
    Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Set<StandardOpenOption> create =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean posix =
        Files.getFileStore(file.toAbsolutePath().getParent())
            .supportsFileAttributeView(PosixFileAttributeView.class);
    try (SeekableByteChannel channel =
        posix
            ? Files.newByteChannel(file, create, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
            : Files.newByteChannel(file, create)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  private void requireOwnerOnly() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (!OWNER_ONLY.containsAll(permissions)) {
      throw new TokenFileException(
          "%s may be used by others than its owner (%s): 'chmod 600 %s'"
              .formatted(path, PosixFilePermissions.toString(permissions), path));
    }
  }
}
