package org.creditscoring.serving.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Which database keeps the reviews. */
public sealed interface ReviewDatabase {
  /** What a JDBC URL that is accepted begins with. */
  String POSTGRESQL = "jdbc:postgresql:";

  /** Words of it for a message, without secrets. */
  String name();

  /**
   * @throws IOException if it cannot be made
   */
  DataSource source() throws IOException;

  /** H2 within this process, in a directory that only its owner may enter. */
  record Embedded(Path directory) implements ReviewDatabase {
    /**
     * Nothing is written later than it is committed, and the database stays open between requests.
     * Its cache is small because its tables are.
     */
    private static final String OPTIONS =
        ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=1024";

    @Override
    public String name() {
      return "the reviews in " + directory;
    }

    @Override
    public DataSource source() throws IOException {
      Path absolute = directory.toAbsolutePath().normalize();
      if (!Files.isDirectory(absolute)) {
        make(absolute);
      }
      JdbcDataSource source = new JdbcDataSource();
      source.setURL("jdbc:h2:file:" + absolute.resolve("reviews") + OPTIONS);
      source.setUser("credit");
      source.setPassword("");
      return source;
    }

    private static void make(Path directory) throws IOException {
      Files.createDirectories(directory.getParent());
      boolean posix =
          Files.getFileStore(directory.getParent())
              .supportsFileAttributeView(PosixFileAttributeView.class);
      if (posix) {
        Files.createDirectory(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(directory);
      }
    }
  }

  /**
   * A PostgreSQL server; whoever signs in may make tables.
   *
   * @param user empty for the one of the URL
   * @param password likewise
   */
  record Server(String url, String user, String password) implements ReviewDatabase {
    /** A server that does not answer holds a request up for so long. */
    private static final int CONNECT_SECONDS = 5;

    private static final int ANSWER_SECONDS = 10;

    @Override
    public String name() {
      return "the reviews in " + url.replaceFirst("\\?.*", "");
    }

    @Override
    public DataSource source() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(url);
      if (!user.isEmpty()) {
        source.setUser(user);
      }
      if (!password.isEmpty()) {
        source.setPassword(password);
      }
      source.setLoginTimeout(CONNECT_SECONDS);
      source.setSocketTimeout(ANSWER_SECONDS);
      return source;
    }
  }
}
