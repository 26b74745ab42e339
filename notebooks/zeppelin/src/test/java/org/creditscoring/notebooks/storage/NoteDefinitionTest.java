package org.creditscoring.notebooks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoteDefinitionTest {
  private static final String FRESH =
      "{\"paragraphs\":[{\"id\":\"p\",\"text\":\"%credit decision\",\"config\":{\"colWidth\":6},"
          + "\"settings\":{\"params\":{},\"forms\":{}},\"status\":\"READY\"}],"
          + "\"name\":\"Client\",\"id\":\"N\",\"noteParams\":{},\"noteForms\":{},\"angularObjects\":{},\"info\":{}}";
  private static final String AFTER_A_RUN =
      "{\"paragraphs\":[{\"id\":\"p\",\"text\":\"%credit decision\",\"config\":{\"colWidth\":6},"
          + "\"user\":\"anna\",\"dateStarted\":\"now\",\"dateFinished\":\"now\",\"dateUpdated\":\"now\","
          + "\"progress\":0,\"progressUpdateIntervalMs\":500,\"jobName\":\"j\",\"apps\":[],\"runtimeInfos\":{},"
          + "\"results\":{\"code\":\"SUCCESS\",\"msg\":[{\"type\":\"HTML\",\"data\":\"client 100002\"}]},"
          + "\"settings\":{\"params\":{\"client\":\"100002\"},\"forms\":{\"client\":{}}},\"status\":\"FINISHED\"}],"
          + "\"name\":\"Client\",\"id\":\"N\",\"noteParams\":{\"client\":\"100002\"},\"noteForms\":{\"client\":{}},"
          + "\"angularObjects\":{\"x\":[]},\"info\":{\"isRunning\":true}}";

  @Test
  void aRunChangesNothing() {
    assertThat(NoteDefinition.of(AFTER_A_RUN)).isEqualTo(NoteDefinition.of(FRESH));
    assertThat(NoteDefinition.of(AFTER_A_RUN).toString()).doesNotContain("100002", "anna");
  }

  @Test
  void whatItsAuthorWroteStays() {
    assertThat(NoteDefinition.of(AFTER_A_RUN).toString())
        .contains("%credit decision", "\"colWidth\":6", "\"name\":\"Client\"");
    assertThat(NoteDefinition.of(AFTER_A_RUN.replace("decision", "reasons")))
        .isNotEqualTo(NoteDefinition.of(FRESH));
  }
}
