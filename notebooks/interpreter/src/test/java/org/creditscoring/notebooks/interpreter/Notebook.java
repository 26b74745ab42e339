package org.creditscoring.notebooks.interpreter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.zeppelin.display.GUI;
import org.apache.zeppelin.interpreter.InterpreterContext;
import org.apache.zeppelin.interpreter.InterpreterException;
import org.apache.zeppelin.interpreter.InterpreterResult;
import org.apache.zeppelin.user.AuthenticationInfo;

/** One analyst's paragraphs, run by the real interpreter without a Zeppelin server around it. */
final class Notebook {
  private final CreditInterpreter interpreter;

  private Notebook(CreditInterpreter interpreter) {
    this.interpreter = interpreter;
  }

  static Notebook on(URI api, String token, Path folder) {
    try {
      Path file = Files.writeString(folder.resolve("token"), token + "\n");
      return on(Map.of("credit.api.url", api.toString(), "credit.token.file", file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Notebook on(Map<String, String> settings) {
    Properties properties = new Properties();
    properties.put("credit.charts.url", "/assets/echarts.min.js");
    properties.putAll(settings);
    CreditInterpreter interpreter = new CreditInterpreter(properties);
    try {
      interpreter.open();
    } catch (InterpreterException e) {
      throw new IllegalStateException(e);
    }
    return new Notebook(interpreter);
  }

  CreditInterpreter interpreter() {
    return interpreter;
  }

  /** Runs one paragraph as anna, with the parameters that the report view would send. */
  Drawn run(String sentence, Map<String, Object> parameters) {
    return run(sentence, parameters, "anna");
  }

  Drawn run(String sentence, Map<String, Object> parameters, String user) {
    GUI gui = new GUI();
    gui.setParams(new HashMap<>(parameters));
    InterpreterResult result = interpreter.interpret(sentence, context(gui, user));
    return new Drawn(result, gui);
  }

  static InterpreterContext context(GUI gui, String user) {
    return InterpreterContext.builder()
        .setNoteId("NOTE1")
        .setParagraphId("paragraph 1")
        .setAuthenticationInfo(new AuthenticationInfo(user))
        .setGUI(gui)
        .build();
  }

  List<String> complete(String typed) {
    return interpreter.completion(typed, typed.length(), context(new GUI(), "anna")).stream()
        .map(found -> found.name)
        .toList();
  }
}
