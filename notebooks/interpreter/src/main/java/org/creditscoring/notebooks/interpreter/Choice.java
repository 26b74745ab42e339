package org.creditscoring.notebooks.interpreter;

import java.util.Objects;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.text.Language;

/** Which client an analyst looks at, and in which language he reads. */
final class Choice {
  private final String client;
  private final Language language;

  /**
   * @param client as the analyst wrote it, maybe empty
   * @param language null where none was chosen
   */
  Choice(String client, Language language) {
    this.client = client;
    this.language = language;
  }

  String client() {
    return client;
  }

  Language language() {
    return language;
  }

  Optional<Language> chosenLanguage() {
    return Optional.ofNullable(language);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Choice
        && ((Choice) other).client.equals(client)
        && ((Choice) other).language == language;
  }

  @Override
  public int hashCode() {
    return Objects.hash(client, language);
  }
}
