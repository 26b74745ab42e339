package org.creditscoring.serving.api;

import static org.creditscoring.serving.api.AnswerParts.bytes;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;

/** Puts a client's contributions in order, the largest absolute first. */
final class Explanations {
  /** What is told of each contribution. */
  enum Detail {
    /** Feature, value and contribution. */
    BRIEF,
    /** The label, the group and the value in words too. */
    FULL;

    static final List<String> WORDS = Arrays.stream(values()).map(Detail::word).toList();

    /** The word for it in a query. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Detail of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** In the place of a feature's name, all that an explanation leaves out. */
  static final String OTHER = "other";

  private static final byte[] ID = bytes("{\"id\":");
  private static final byte[] BASE_VALUE = bytes(",\"baseValue\":");
  private static final byte[] MARGIN = bytes(",\"margin\":");
  private static final byte[] PROBABILITY = bytes(",\"probability\":");
  private static final byte[] CUT_OFF = bytes(",\"cutOff\":");
  private static final byte[] DECISION = bytes(",\"decision\":");
  private static final byte[] CONTRIBUTIONS = bytes(",\"contributions\":[");

  private static final int INFINITE_BITS = 0x7f80_0000;

  /** Sizes within a 32nd of a power of two share a bucket. */
  private static final int BUCKET_SHIFT = 18;

  private static final int LAST_BUCKET = 1_023;

  private Explanations() {}

  /** {@link ClientAnswers.Explanation} as JSON. */
  static JsonBuffer of(
      Snapshot snapshot, ClientRecord client, int top, Detail detail, Language language)
      throws IOException {
    AnswerParts parts = AnswerParts.of(snapshot);
    JsonBuffer json = JsonBuffer.ofThread();
    json.raw(ID).number(client.id());
    json.raw(BASE_VALUE).number(client.baseValue());
    json.raw(MARGIN).number(client.margin());
    json.raw(PROBABILITY).number(client.probability());
    json.raw(CUT_OFF).raw(parts.cutOff());
    json.raw(DECISION).text(client.decision().name());
    json.raw(CONTRIBUTIONS);
    contributions(
        json,
        detail == Detail.FULL ? parts.full(language) : parts.brief(),
        snapshot.clients().values(client.row()),
        snapshot.clients().contributions(client.row()),
        top);
    return json.raw(parts.tail());
  }

  /** The items of a list: the first of them in order, the others as one. */
  static void contributions(
      JsonBuffer json, ContributionItems items, float[] values, float[] contributions, int top) {
    int[] order = order(contributions);
    items.items(
        json, top < order.length ? Arrays.copyOf(order, top) : order, values, contributions);
    if (top < order.length) {
      double rest =
          IntStream.range(top, order.length).mapToDouble(i -> contributions[order[i]]).sum();
      items.other(json.raw(','), (float) rest);
    }
  }

  /**
   * Positions by falling absolute value, equal ones as they come, what is no number last. Counted
   * into buckets that fall by a 32nd of a power of two, few are left to be moved: half the time of
   * a sort that compares.
   */
  static int[] order(float[] contributions) {
    // The bits of floats that are not negative rise as they do: as whole numbers with the position
    // behind them, nothing is compared through a reference.
    int least = Integer.MAX_VALUE;
    int[] keys = new int[contributions.length];
    for (int i = 0; i < keys.length; i++) {
      float size = Math.abs(contributions[i]);
      keys[i] = INFINITE_BITS - (Float.isNaN(size) ? -1 : Float.floatToRawIntBits(size));
      least = Math.min(least, keys[i]);
    }
    int[] next = new int[LAST_BUCKET + 2];
    for (int key : keys) {
      next[bucket(key - least) + 1]++;
    }
    for (int bucket = 1; bucket <= LAST_BUCKET; bucket++) {
      next[bucket] += next[bucket - 1];
    }
    long[] sorted = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[next[bucket(keys[i] - least)]++] = (long) keys[i] << Integer.SIZE | i;
    }
    insertionSort(sorted);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) sorted[i];
    }
    return order;
  }

  private static int bucket(int fromLeast) {
    return Math.min(fromLeast >>> BUCKET_SHIFT, LAST_BUCKET);
  }

  /** Quick for what lies near its place already. */
  private static void insertionSort(long[] numbers) {
    for (int i = 1; i < numbers.length; i++) {
      long number = numbers[i];
      int at = i;
      while (at > 0 && numbers[at - 1] > number) {
        numbers[at] = numbers[at - 1];
        at--;
      }
      numbers[at] = number;
    }
  }
}
