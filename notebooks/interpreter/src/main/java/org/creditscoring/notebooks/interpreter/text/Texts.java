package org.creditscoring.notebooks.interpreter.text;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * The sentences of {@code messages_*.properties} in one language. Values are plain text: whoever
 * shows them escapes them.
 */
public final class Texts {
  private final Language language;
  private final ResourceBundle bundle;

  public Texts(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            Texts.class.getPackageName() + ".messages",
            language.locale(),
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @param values text already formatted for the language, in the order of the placeholders
   * @throws java.util.MissingResourceException for a key that the bundle lacks
   */
  public String say(String key, String... values) {
    return new MessageFormat(bundle.getString(key), language.locale())
        .format(values, new StringBuffer(), null)
        .toString();
  }
}
