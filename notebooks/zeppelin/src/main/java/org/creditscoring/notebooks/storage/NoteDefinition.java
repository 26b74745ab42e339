package org.creditscoring.notebooks.storage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/**
 * What of a note is its author's: titles, sentences and look. What a run leaves behind is a
 * client's.
 */
final class NoteDefinition {
  private static final List<String> OF_A_RUN =
      List.of(
          "results",
          "apps",
          "runtimeInfos",
          "user",
          "errorMessage",
          "dateUpdated",
          "dateStarted",
          "dateFinished",
          "jobName",
          "progress",
          "progressUpdateIntervalMs");

  private NoteDefinition() {}

  /**
   * The note's JSON without results, filled-in values, users and times; the same for a note before
   * and after any run.
   *
   * @param json of a note, as Zeppelin writes it
   */
  static JsonObject of(String json) {
    JsonObject note = JsonParser.parseString(json).getAsJsonObject();
    note.add("noteParams", new JsonObject());
    note.add("noteForms", new JsonObject());
    note.add("angularObjects", new JsonObject());
    note.add("info", new JsonObject());
    for (JsonElement element : note.getAsJsonArray("paragraphs")) {
      JsonObject paragraph = element.getAsJsonObject();
      OF_A_RUN.forEach(paragraph::remove);
      JsonObject settings = new JsonObject();
      settings.add("params", new JsonObject());
      settings.add("forms", new JsonObject());
      paragraph.add("settings", settings);
      paragraph.addProperty("status", "READY");
    }
    return note;
  }
}
