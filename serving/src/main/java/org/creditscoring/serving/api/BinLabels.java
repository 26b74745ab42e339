package org.creditscoring.serving.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.serving.snapshot.Bin;
import org.creditscoring.serving.snapshot.BinKind;

/** What stands under a bar of a histogram. */
final class BinLabels {
  /** What follows the number: words after a no-break space, or a percent sign. */
  private static final Pattern UNIT = Pattern.compile("\u202f?%$|\u00a0[^\u00a0]*$");

  private BinLabels() {}

  static List<String> of(Feature feature, List<Bin> bins, Language language) {
    List<String> labels = new ArrayList<>();
    int ranges = (int) bins.stream().filter(bin -> bin.kind() == BinKind.RANGE).count();
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      labels.add(
          switch (bin.kind()) {
            case MISSING -> Display.words(feature, Double.NaN, language);
            case CATEGORY -> Display.words(feature, bin.category(), language);
            case RANGE -> range(feature, bin, i == 0, i == ranges - 1, language);
          });
    }
    return labels;
  }

  /** The outer ranges also hold the outliers, so they are open to their side. */
  private static String range(
      Feature feature, Bin bin, boolean first, boolean last, Language language) {
    String lower = Display.words(feature, bin.lower(), language);
    String upper = Display.words(feature, bin.upper(), language);
    boolean oneValue =
        bin.lower() == bin.upper()
            || feature.unit() == Unit.COUNT && bin.upper() - bin.lower() == 1;
    if (first && last) {
      return between(lower, upper);
    }
    if (last) {
      return "≥ " + lower;
    }
    if (oneValue) {
      return lower;
    }
    return first ? "< " + upper : between(lower, upper);
  }

  /** The unit is said once. */
  private static String between(String lower, String upper) {
    Matcher unit = UNIT.matcher(upper);
    String said = unit.find() ? unit.group() : "";
    String from = lower.endsWith(said) ? lower.substring(0, lower.length() - said.length()) : lower;
    return from + " – " + upper;
  }
}
