package org.creditscoring.pipeline.training;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Moves the features of a booster in XGBoost's own JSON format: what was trained on a few columns
 * reads them at their places in a longer vector. All else is copied as it is written: XGBoost
 * refuses a {@code 2E0} that has become a {@code 2}.
 */
final class BoosterJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String FEATURES = "num_feature";
  private static final String SPLITS = "split_indices";

  private BoosterJson() {}

  /**
   * @param places new index of each of the booster's features
   * @param features length of the longer vector
   */
  static byte[] placed(byte[] json, int[] places, int features) {
    ByteArrayOutputStream moved = new ByteArrayOutputStream(json.length);
    try (JsonParser from = JSON.createParser(json);
        JsonGenerator to = JSON.createGenerator(moved)) {
      for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
        if (token == JsonToken.VALUE_STRING && FEATURES.equals(from.currentName())) {
          to.writeString(String.valueOf(features));
        } else if (token == JsonToken.START_ARRAY && SPLITS.equals(from.currentName())) {
          move(from, to, places);
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
          to.writeNumber(from.getText());
        } else {
          to.copyCurrentEvent(from);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return moved.toByteArray();
  }

  private static void move(JsonParser from, JsonGenerator to, int[] places) throws IOException {
    to.writeStartArray();
    while (from.nextToken() != JsonToken.END_ARRAY) {
      to.writeNumber(places[from.getIntValue()]);
    }
    to.writeEndArray();
  }
}
