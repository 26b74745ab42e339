package org.creditscoring.data;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the dictionary files, one per table, from {@code tables/} beside this class. A column that
 * has {@code repeat} stands for one column per element of that list: in its texts, {@code {x}} is
 * replaced by the element's value of {@code x}.
 */
final class Dictionary {
  private Dictionary() {}

  static Table table(String name) {
    return table(name, name);
  }

  static Table table(String name, String file) {
    Config config =
        ConfigFactory.parseResources(
                Dictionary.class,
                "tables/" + file + ".conf",
                ConfigParseOptions.defaults().setAllowMissing(false))
            .resolve();
    List<Column> columns = new ArrayList<>();
    for (Config declared : config.getConfigList("columns")) {
      if (declared.hasPath("repeat")) {
        for (Config element : declared.getConfigList("repeat")) {
          columns.add(column(declared, texts(element)));
        }
      } else {
        columns.add(column(declared, Map.of()));
      }
    }
    return new Table(name, columns, config.getStringList("key"));
  }

  private static Column column(Config declared, Map<String, String> replacements) {
    Config full = declared.withFallback(DEFAULTS);
    return new Column(
        fill(full.getString("name"), replacements),
        ColumnType.valueOf(full.getString("type").toUpperCase(Locale.ROOT)),
        full.getBoolean("nullable"),
        Unit.valueOf(full.getString("unit").toUpperCase(Locale.ROOT)),
        words(full.getStringList("label"), replacements),
        words(full.getStringList("description"), replacements),
        full.getList("categories").stream().map(Dictionary::category).toList());
  }

  private static final Config DEFAULTS =
      ConfigFactory.parseMap(Map.of("nullable", false, "unit", "none", "categories", List.of()));

  private static Category category(ConfigValue line) {
    List<String> texts = line.atKey("line").getStringList("line");
    if (texts.size() != 3) {
      throw new IllegalArgumentException(
          "%s: a category is [code, English, French], not %s."
              .formatted(line.origin().description(), texts));
    }
    return new Category(texts.get(0), new Words(texts.get(1), texts.get(2)));
  }

  private static Words words(List<String> pair, Map<String, String> replacements) {
    if (pair.size() != 2) {
      throw new IllegalArgumentException("A text is [English, French], not " + pair + ".");
    }
    return new Words(fill(pair.get(0), replacements), fill(pair.get(1), replacements));
  }

  private static String fill(String template, Map<String, String> replacements) {
    String text = template;
    for (var replacement : replacements.entrySet()) {
      text = text.replace("{" + replacement.getKey() + "}", replacement.getValue());
    }
    return text;
  }

  private static Map<String, String> texts(Config element) {
    Map<String, String> texts = new TreeMap<>();
    for (String key : element.root().keySet()) {
      texts.put(key, element.getString(key));
    }
    return texts;
  }
}
