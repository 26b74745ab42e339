package org.creditscoring.serving.review;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.creditscoring.model.decision.Decision;
import org.flywaydb.core.api.FlywayException;

/**
 * The record of second looks. What {@link #add} has returned is on disk: it survives the death of
 * the process, and of the machine as far as the disk does. Nothing is ever changed or removed. Safe
 * for use by many threads.
 */
public final class Reviews implements AutoCloseable {
  private static final String COLUMNS =
      "client_id, verdict, reason, decision, probability, analyst, reviewed_at, snapshot_id,"
          + " model_id";
  private static final String INSERT =
      "insert into review (" + COLUMNS + ", idempotency_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT = "select review_id, " + COLUMNS + " from review where ";
  private static final String OF_CLIENT = SELECT + "client_id = ? order by review_id desc";
  private static final String SENT_ONCE = SELECT + "analyst = ? and idempotency_key = ?";

  /** A unique index has the value already, by the SQL standard. */
  private static final String THERE_ALREADY = "23505";

  private final ReviewDatabase database;
  private final DataSource source;

  private Reviews(ReviewDatabase database, DataSource source) {
    this.database = database;
    this.source = source;
  }

  /**
   * Opens the database and brings its schema up to this version's.
   *
   * @throws ReviewsException if it cannot, with what to do about it
   */
  public static Reviews open(ReviewDatabase database) {
    try {
      DataSource source = database.source();
      ReviewSchema.update(source);
      return new Reviews(database, source);
    } catch (IOException | FlywayException e) {
      throw new ReviewsException(
          database.name()
              + " cannot be opened ("
              + innermost(e)
              + "); stop what else uses them, or set credit.serving.reviews to another place",
          e);
    }
  }

  /**
   * Puts a review on the record.
   *
   * @param key by which the analyst names this review, so that sending it again adds none
   * @return the review on the record; an earlier one if the analyst has used the key before
   * @throws ReviewsException if it may not be on it
   */
  public Review.Recorded add(Review review, Optional<String> key) {
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(INSERT, new String[] {"review_id"})) {
      insert.setInt(1, review.clientId());
      insert.setString(2, review.verdict().name());
      insert.setString(3, review.reason());
      insert.setString(4, review.decision().name());
      insert.setFloat(5, review.probability());
      insert.setString(6, review.analyst());
      insert.setObject(7, review.reviewedAt().atOffset(ZoneOffset.UTC));
      insert.setString(8, review.snapshotId());
      insert.setString(9, review.modelId());
      insert.setString(10, key.orElse(null));
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        long id = keys.getLong(1);
        force(connection);
        return new Review.Recorded(id, review);
      }
    } catch (SQLException e) {
      if (key.isPresent() && THERE_ALREADY.equals(e.getSQLState())) {
        return sent(review.analyst(), key.get()).orElseThrow();
      }
      throw new ReviewsException(database.name() + " cannot be added to", e);
    }
  }

  /**
   * What an analyst has put on the record under a key.
   *
   * @throws ReviewsException if it cannot be read
   */
  public Optional<Review.Recorded> sent(String analyst, String key) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(SENT_ONCE)) {
      select.setString(1, analyst);
      select.setString(2, key);
      Optional<Review.Recorded> found = read(select).stream().findFirst();
      if (found.isPresent()) {
        // It may be there because forcing it to disk is what failed the first time.
        force(connection);
      }
      return found;
    } catch (SQLException e) {
      throw new ReviewsException(database.name() + " cannot be read", e);
    }
  }

  /**
   * The reviews of a client, the newest first.
   *
   * @throws ReviewsException if they cannot be read
   */
  public List<Review.Recorded> of(int clientId, int limit) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(OF_CLIENT)) {
      select.setInt(1, clientId);
      select.setMaxRows(limit);
      return read(select);
    } catch (SQLException e) {
      throw new ReviewsException(database.name() + " cannot be read", e);
    }
  }

  @Override
  public void close() {
    if (database instanceof ReviewDatabase.Embedded) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN");
      } catch (SQLException e) {
        throw new ReviewsException(database.name() + " did not close", e);
      }
    }
  }

  /** PostgreSQL has it on disk when it has committed; H2 has then given it to the system only. */
  private void force(Connection connection) throws SQLException {
    if (database instanceof ReviewDatabase.Embedded) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  private static List<Review.Recorded> read(PreparedStatement select) throws SQLException {
    List<Review.Recorded> reviews = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        reviews.add(new Review.Recorded(row.getLong("review_id"), review(row)));
      }
    }
    return reviews;
  }

  private static Review review(ResultSet row) throws SQLException {
    return new Review(
        row.getInt("client_id"),
        Verdict.valueOf(row.getString("verdict")),
        row.getString("reason"),
        Decision.valueOf(row.getString("decision")),
        row.getFloat("probability"),
        row.getString("analyst"),
        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
        row.getString("snapshot_id"),
        row.getString("model_id"));
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage().strip();
  }
}
