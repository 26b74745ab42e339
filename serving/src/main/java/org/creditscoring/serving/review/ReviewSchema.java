package org.creditscoring.serving.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables that reviews are kept in, brought up to this version's by Flyway. */
final class ReviewSchema {
  /** The number of the last migration. */
  static final String NEWEST = "2";

  private static final String MIGRATIONS = "classpath:org/creditscoring/serving/review/migration";
  private static final String HISTORY = "review_schema";
  private static final String IS_NEWEST =
      "select 1 from \"" + HISTORY + "\" where \"version\" = ? and \"success\"";

  private ReviewSchema() {}

  /**
   * Migrates what is older. Flyway is asked only then, because it takes a seventh of a start to
   * find nothing to do.
   *
   * @throws org.flywaydb.core.api.FlywayException if the schema cannot be migrated
   */
  static void update(DataSource source) {
    if (!isNewest(source)) {
      flyway(source).load().migrate();
    }
  }

  static FluentConfiguration flyway(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations(MIGRATIONS)
        .table(HISTORY)
        .cleanDisabled(true);
  }

  private static boolean isNewest(DataSource source) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(IS_NEWEST)) {
      select.setString(1, NEWEST);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      // There is no history yet, or no database that answers, of which Flyway says more.
      return false;
    }
  }
}
