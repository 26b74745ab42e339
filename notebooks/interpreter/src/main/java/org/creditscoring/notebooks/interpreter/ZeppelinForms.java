package org.creditscoring.notebooks.interpreter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.zeppelin.display.GUI;
import org.apache.zeppelin.display.ui.OptionInput.ParamOption;
import org.creditscoring.notebooks.interpreter.html.Json;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.sentence.Field;
import org.creditscoring.notebooks.interpreter.sentence.Forms;

/** A paragraph's form in Zeppelin's terms, and the same described for the report view. */
public final class ZeppelinForms implements Forms {
  private final GUI gui;
  private final List<Object> offered = new ArrayList<>();
  private final Map<String, Object> manners = new LinkedHashMap<>();
  private final Map<String, Object> remembered = new LinkedHashMap<>();

  public ZeppelinForms(GUI gui) {
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
  public String offer(Field field) {
    String value =
        field.look() == Field.Look.SELECT
            ? select(field)
            : String.valueOf(gui.textbox(field.name(), field.initial()));
    gui.getForms().get(field.name()).setDisplayName(field.label());
    offered.add(
        Json.object(
            "name", field.name(),
            "label", field.label(),
            "look", field.look().name().toLowerCase(java.util.Locale.ROOT),
            "value", given(field.name()).orElse(value),
            "limits", field.limits(),
            "choices", pairs(field.choices())));
    return given(field.name()).orElse(value);
  }

  private String select(Field field) {
    ParamOption[] options =
        field.choices().entrySet().stream()
            .map(choice -> new ParamOption(choice.getKey(), choice.getValue()))
            .toArray(ParamOption[]::new);
    given(field.name())
        .filter(value -> !field.choices().containsKey(value))
        .ifPresent(gone -> forget(field.name()));
    return String.valueOf(gui.select(field.name(), options, field.initial()));
  }

  @Override
  public void forget(String name) {
    gui.getParams().remove(name);
  }

  @Override
  public void remember(String name, String value) {
    gui.getParams().put(name, value);
    remembered.put(name, value);
  }

  @Override
  public void sentBy(String words) {
    manners.put("button", words);
  }

  @Override
  public void ofTheClient() {
    manners.put("ofTheClient", true);
  }

  /** Who shows the answer: the report view says so with every run. */
  public Page.Host host() {
    return given("view").filter("report"::equals).isPresent()
        ? Page.Host.REPORT_VIEW
        : Page.Host.BARE;
  }

  /**
   * What the report view needs to show the fields: {@code fields} in the order offered, and how.
   */
  public Map<String, Object> description() {
    Map<String, Object> description = new LinkedHashMap<>(manners);
    description.put("fields", offered);
    description.put("remembered", remembered);
    return description;
  }

  private static List<Object> pairs(Map<String, String> choices) {
    List<Object> pairs = new ArrayList<>();
    choices.forEach((value, label) -> pairs.add(Json.array(value, label)));
    return pairs;
  }
}
