package org.creditscoring.notebooks.interpreter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The interpreter in front of the literal service; the expected values below are written from
 * {@code stub/*.json} by hand.
 */
abstract class StubTest {
  @TempDir Path folder;
  StubService service;
  Notebook notebook;

  @BeforeEach
  void start() throws IOException {
    service = StubService.start();
    notebook = Notebook.on(service.address(), StubService.TOKEN, folder);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  Drawn run(String sentence, String client) {
    return notebook.run(sentence, Map.of("client", client));
  }

  Drawn run(String sentence, String client, String language) {
    return notebook.run(sentence, Map.of("client", client, "lang", language));
  }
}
