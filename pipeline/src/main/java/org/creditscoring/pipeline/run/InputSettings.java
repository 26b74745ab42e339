package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import java.nio.file.Path;

/**
 * What is done about raw tables that are not quite what they should be.
 *
 * @param maxBadShare share of a table's rows that may be set aside, 0 to 1
 * @param missingTable a table whose file is not there
 * @param newColumn a column that the table does not have
 * @param cutShort a file whose last line is not whole
 * @param hugeNumber a number of {@code hugeFrom} or more, of either sign
 * @param hugeFrom above 0
 * @param setAside directory of the rows that could not be read
 * @param setAsideDays for which they are kept, 1 or more
 */
public record InputSettings(
    double maxBadShare,
    Reaction missingTable,
    Reaction newColumn,
    Reaction cutShort,
    Reaction hugeNumber,
    double hugeFrom,
    Path setAside,
    int setAsideDays) {

  public InputSettings {
    Check.that(maxBadShare >= 0 && maxBadShare <= 1, "maxBadShare", maxBadShare, "0 to 1");
    Check.that(hugeFrom > 0, "inputs.hugeFrom", hugeFrom, "above 0");
    Check.that(setAsideDays >= 1, "inputs.setAsideDays", setAsideDays, "1 or more");
  }

  /**
   * @param pipeline the block {@code credit.pipeline}
   */
  static InputSettings of(Config pipeline) {
    Config config = pipeline.getConfig("inputs");
    return new InputSettings(
        pipeline.getDouble("maxBadShare"),
        Reaction.of(config, "missingTable"),
        Reaction.of(config, "newColumn"),
        Reaction.of(config, "cutShort"),
        Reaction.of(config, "hugeNumber"),
        config.getDouble("hugeFrom"),
        Path.of(config.getString("setAside")),
        config.getInt("setAsideDays"));
  }

  /** The same with another directory of rows set aside. */
  public InputSettings settingAside(Path directory) {
    return new InputSettings(
        maxBadShare,
        missingTable,
        newColumn,
        cutShort,
        hugeNumber,
        hugeFrom,
        directory,
        setAsideDays);
  }

  /** The same, but a table may be missing: for a measurement, which says what it measures. */
  public InputSettings ofSomeTables() {
    return new InputSettings(
        maxBadShare,
        Reaction.WARN,
        newColumn,
        cutShort,
        hugeNumber,
        hugeFrom,
        setAside,
        setAsideDays);
  }
}
