package org.creditscoring.notebooks.interpreter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final ResourceBundle EN = bundle(Language.EN);
  private static final ResourceBundle FR = bundle(Language.FR);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(FR.keySet()).isEqualTo(EN.keySet());
    for (String key : EN.keySet()) {
      assertThat(placeholders(FR.getString(key)))
          .as(key)
          .isEqualTo(placeholders(EN.getString(key)));
    }
  }

  /** A plain apostrophe would swallow the placeholders after it. */
  @Test
  void apostrophesAreTypographic() {
    for (String key : EN.keySet()) {
      assertThat(List.of(EN.getString(key), FR.getString(key)))
          .as(key)
          .noneMatch(text -> text.contains("'"));
    }
  }

  @Test
  void frenchPunctuationNeverBeginsALine() {
    Texts french = new Texts(Language.FR);
    assertThat(french.say("feature.unknown", "AGGE"))
        .isEqualTo("Il n’y a pas de variable «\u202fAGGE\u202f». Les plus proches sont\u00a0:");
    assertThat(french.say("distribution.sharesOf"))
        .isEqualTo("Les barres d’une couleur totalisent 100\u202f%.");
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "org.creditscoring.notebooks.interpreter.text.messages",
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static TreeSet<String> placeholders(String text) {
    TreeSet<String> found = new TreeSet<>();
    Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }
}
