package org.creditscoring.model.snapshot;

/** Names of the files, columns and bounds of a snapshot, as {@code model/SNAPSHOT.md} says. */
public final class Layout {
  public static final int FORMAT_VERSION = 1;

  public static final String CURRENT = "CURRENT";
  public static final String STAGING_PREFIX = ".staging-";

  /** Before the id of a whole snapshot that a gate stopped: no reader opens it. */
  public static final String HELD_PREFIX = ".held-";

  /** One JSON line for every change of {@link #CURRENT}. */
  public static final String PUBLICATIONS = "publications.jsonl";

  public static final String MANIFEST = "manifest.json";
  public static final String GATES = "gates.json";
  public static final String CLIENTS = "clients";
  public static final String FEATURES = "features.parquet";
  public static final String DISTRIBUTIONS = "distributions.parquet";
  public static final String POSITIONS = "positions.parquet";
  public static final String IMPORTANCE = "importance.parquet";
  public static final String PAIRS = "pairs.parquet";
  public static final String POINTS = "points.parquet";
  public static final String CUT_OFF = "cutoff.parquet";
  public static final String MODEL = "model";

  /** Ids of one part file: boundaries that do not move when clients are added. */
  public static final int IDS_PER_PART = 65_536;

  /** Length of the list of reasons of a client. */
  public static final int REASONS = 5;

  /** The quantiles of a feature that are published, in this order. */
  public static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  /** So many features, by the rank of their importance, have pairs and points. */
  public static final int PAIR_FEATURES = 20;

  /** Most clients of the sample in {@code points}. */
  public static final int MOST_POINTS = 2000;

  /** Rows of {@code cutoff} before the cut-off cuts one of them in two: steps of 0.0005. */
  public static final int CUT_OFF_STEPS = 2000;

  private static final int PART_DIGITS = 5;

  private Layout() {}

  /** The path, relative to the snapshot, of the part that holds a client. */
  public static String part(int clientId) {
    // Asked for each client when a snapshot is verified: a format would take longer than the rest.
    String number = Integer.toString(clientId / IDS_PER_PART);
    return CLIENTS
        + "/part-"
        + "0".repeat(Math.max(0, PART_DIGITS - number.length()))
        + number
        + ".parquet";
  }

  /** Columns of {@code clients}. */
  public static final class Client {
    public static final String ID = "id";
    public static final String FOLD = "fold";
    public static final String OUTCOME = "outcome";
    public static final String MARGIN = "margin";
    public static final String BASE_VALUE = "baseValue";
    public static final String PROBABILITY = "probability";
    public static final String POINTS = "points";
    public static final String PERCENTILE = "percentile";
    public static final String DECISION = "decision";
    public static final String REASONS = "reasons";
    public static final String VALUES = "values";
    public static final String CONTRIBUTIONS = "contributions";

    private Client() {}
  }

  /** The fold of a client that no fold model was trained on: the mean of all scores it. */
  public static final int MEAN_FOLD = -1;

  /** The outcome of a client whose loan has not ended, or never began. */
  public static final int UNKNOWN_OUTCOME = -1;
}
