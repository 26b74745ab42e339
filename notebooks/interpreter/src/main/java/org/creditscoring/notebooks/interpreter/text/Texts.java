package org.creditscoring.notebooks.interpreter.text;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The sentences of {@code messages_*.properties} in one language. Values are plain text: whoever
 * shows them escapes them.
 */
public final class Texts {
  /** Where French leaves a blank that no line may be broken at: before these, after the first. */
  private static final Pattern BEFORE = Pattern.compile(" (?=[;?!»])|(?<=\\d) (?=%)");

  private static final Pattern BEFORE_COLON = Pattern.compile(" (?=:)");
  private static final Pattern AFTER = Pattern.compile("(?<=«) ");

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
    return new MessageFormat(typeset(bundle.getString(key)), language.locale())
        .format(values, new StringBuffer(), null)
        .toString();
  }

  public boolean knows(String key) {
    return bundle.containsKey(key);
  }

  /** The messages are written with plain blanks, which are easier to keep. */
  private String typeset(String message) {
    if (language != Language.FR) {
      return message;
    }
    String narrow =
        AFTER.matcher(BEFORE.matcher(message).replaceAll("\u202f")).replaceAll("\u202f");
    return BEFORE_COLON.matcher(narrow).replaceAll("\u00a0");
  }
}
