package org.creditscoring.notebooks.interpreter.sentence;

import java.util.Map;
import java.util.Optional;

/** The fields of one paragraph: what the analyst filled in, and what the paragraph offers him. */
public interface Forms {
  /** A value sent with the run, whether or not the paragraph shows a field for it. */
  Optional<String> given(String name);

  /**
   * Offers a text field.
   *
   * @return what it holds, maybe empty
   */
  String text(String name, String label);

  /**
   * Offers a select box.
   *
   * @param choices value to label, in the order shown
   * @return the chosen value; the default where nothing, or nothing that is offered, was sent
   */
  String choose(String name, String label, Map<String, String> choices, String defaultValue);
}
