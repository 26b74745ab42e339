package org.creditscoring.notebooks.interpreter.sentence;

import java.util.Map;
import java.util.Optional;

/** The fields of one paragraph: what the analyst filled in, and what the paragraph offers him. */
public interface Forms {
  /** A value sent with the run, whether or not the paragraph shows a field for it. */
  Optional<String> given(String name);

  /**
   * Offers a field.
   *
   * @return what it holds: of a select box always one of its choices, of others maybe empty
   */
  String offer(Field field);

  /** Makes a field hold its initial value again, whatever was sent. */
  void forget(String name);

  /**
   * Keeps a value with the paragraph, without a field for it, to be given at its next run: the
   * report view sends it back, the official interfaces keep it with the paragraph.
   */
  void remember(String name, String value);

  /**
   * The fields are filled in together and sent by a button with these words, not one by one as they
   * change.
   */
  void sentBy(String words);

  /** What is filled in is about the client, and gone with him. */
  void ofTheClient();

  /** Offers a select box; see {@link Field#select}. */
  default String choose(
      String name, String label, Map<String, String> choices, String defaultValue) {
    return offer(Field.select(name, label, choices, defaultValue));
  }
}
