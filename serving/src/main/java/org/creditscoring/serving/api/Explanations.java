package org.creditscoring.serving.api;

import static org.creditscoring.serving.api.AnswerParts.bytes;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.serving.api.ClientAnswers.Contribution;
import org.creditscoring.serving.http.JsonBuffer;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;

/** Puts a client's contributions in order, the largest absolute first. */
final class Explanations {
  private static final String OTHER = "other";
  private static final Text OTHER_LABEL = new Text("Other features", "Autres variables");

  private static final byte[] ID = bytes("{\"id\":");
  private static final byte[] BASE_VALUE = bytes(",\"baseValue\":");
  private static final byte[] MARGIN = bytes(",\"margin\":");
  private static final byte[] PROBABILITY = bytes(",\"probability\":");
  private static final byte[] CUT_OFF = bytes(",\"cutOff\":");
  private static final byte[] DECISION = bytes(",\"decision\":");
  private static final byte[] CONTRIBUTIONS = bytes(",\"contributions\":[");

  private static final int INFINITE_BITS = 0x7f80_0000;

  private Explanations() {}

  /** {@link ClientAnswers.Explanation} as JSON. */
  static JsonBuffer of(Snapshot snapshot, ClientRecord client, int top, Language language)
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
        parts.features(language),
        snapshot.clients().values(client.row()),
        snapshot.clients().contributions(client.row()),
        top,
        language);
    return json.raw(parts.tail());
  }

  /** The items of a list: the first of them in order, the others as one. */
  static void contributions(
      JsonBuffer json,
      List<FeatureJson> features,
      float[] values,
      float[] contributions,
      int top,
      Language language) {
    int[] order = order(contributions);
    for (int i = 0; i < top; i++) {
      if (i > 0) {
        json.raw(',');
      }
      int position = order[i];
      features.get(position).contribution(json, values[position], contributions[position]);
    }
    if (top < order.length) {
      double rest =
          IntStream.range(top, order.length).mapToDouble(i -> contributions[order[i]]).sum();
      Contribution other =
          new Contribution(OTHER, OTHER_LABEL.in(language), OTHER, null, "", (float) rest);
      json.raw(',').raw(JsonBuffer.rendered(other));
    }
  }

  /** Positions by falling absolute value, equal ones as they come, what is no number last. */
  private static int[] order(float[] contributions) {
    // The bits of floats that are not negative rise as they do: sorted as whole numbers with the
    // position behind them, nothing is compared through a reference.
    long[] keys = new long[contributions.length];
    for (int i = 0; i < keys.length; i++) {
      float size = Math.abs(contributions[i]);
      long bits = Float.isNaN(size) ? -1 : Float.floatToRawIntBits(size);
      keys[i] = INFINITE_BITS - bits << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }
}
