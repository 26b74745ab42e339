package org.creditscoring.notebooks.interpreter;

import java.util.Map;
import java.util.Optional;
import org.apache.zeppelin.display.GUI;
import org.apache.zeppelin.display.ui.OptionInput.ParamOption;
import org.creditscoring.notebooks.interpreter.sentence.Forms;

/** A paragraph's form in Zeppelin's terms. */
final class ZeppelinForms implements Forms {
  private final GUI gui;

  ZeppelinForms(GUI gui) {
    this.gui = gui;
  }

  @Override
  public Optional<String> given(String name) {
    Object value = gui.getParams().get(name);
    // A number that passed through Zeppelin's JSON comes back as a double: 100002.0.
    if (value instanceof Double && ((Double) value) == Math.rint((Double) value)) {
      return Optional.of(Long.toString(((Double) value).longValue()));
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  @Override
  public String text(String name, String label) {
    String value = given(name).orElse("");
    gui.textbox(name, "");
    gui.getForms().get(name).setDisplayName(label);
    return value;
  }

  @Override
  public String choose(
      String name, String label, Map<String, String> choices, String defaultValue) {
    ParamOption[] options =
        choices.entrySet().stream()
            .map(choice -> new ParamOption(choice.getKey(), choice.getValue()))
            .toArray(ParamOption[]::new);
    given(name)
        .filter(value -> !choices.containsKey(value))
        .ifPresent(gone -> gui.getParams().remove(name));
    String value = String.valueOf(gui.select(name, options, defaultValue));
    gui.getForms().get(name).setDisplayName(label);
    return value;
  }
}
