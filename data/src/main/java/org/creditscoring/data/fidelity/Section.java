package org.creditscoring.data.fidelity;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * An object of a profile's JSON. What is not there is empty; what is of another kind is refused.
 */
final class Section {
  private static final Section EMPTY = new Section(ConfigFactory.empty().root());

  private final ConfigObject object;

  private Section(ConfigObject object) {
    this.object = object;
  }

  /**
   * @throws com.typesafe.config.ConfigException naming file and line, if it is no JSON
   */
  static Section read(Path file) {
    return new Section(
        ConfigFactory.parseFile(
                file.toFile(),
                ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON).setAllowMissing(false))
            .root());
  }

  Set<String> keys() {
    return new TreeSet<>(object.keySet());
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  /** Empty if it is not there. */
  Section section(String key) {
    ConfigValue value = object.get(key);
    return value == null ? EMPTY : new Section((ConfigObject) kind(key, value, ConfigObject.class));
  }

  /** Whether it is there and an object. */
  boolean isSection(String key) {
    return object.get(key) instanceof ConfigObject;
  }

  /** Empty if it is not there or null; true is 1 and false is 0. */
  OptionalDouble number(String key) {
    ConfigValue value = object.get(key);
    return value == null || value.valueType() == ConfigValueType.NULL
        ? OptionalDouble.empty()
        : OptionalDouble.of(number(key, value));
  }

  /**
   * @throws BadTableException if it is not there
   */
  double required(String key) {
    return number(key).orElseThrow(() -> wrong(key, object, "is missing"));
  }

  /** Every number of the object by its key; what is no number is left out. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String key : keys()) {
      if (object.get(key).valueType() == ConfigValueType.NUMBER) {
        numbers.put(key, number(key, object.get(key)));
      }
    }
    return numbers;
  }

  /** The objects of a list. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    if (object.get(key) != null) {
      for (Object element : (List<?>) kind(key, object.get(key), List.class)) {
        sections.add(new Section((ConfigObject) kind(key, element, ConfigObject.class)));
      }
    }
    return sections;
  }

  /** A list's elements as they are; empty if it is not there. */
  List<Object> list(String key) {
    ConfigValue value = object.get(key);
    return value == null
        ? List.of()
        : List.copyOf((List<?>) ((ConfigValue) kind(key, value, List.class)).unwrapped());
  }

  private static double number(String key, ConfigValue value) {
    return switch (value.valueType()) {
      case NUMBER -> ((Number) value.unwrapped()).doubleValue();
      case BOOLEAN -> (Boolean) value.unwrapped() ? 1 : 0;
      default -> throw wrong(key, value, "is no number");
    };
  }

  private static Object kind(String key, Object value, Class<?> wanted) {
    if (!wanted.isInstance(value)) {
      throw wrong(key, (ConfigValue) value, wanted == List.class ? "is no list" : "is no object");
    }
    return value;
  }

  private static BadTableException wrong(String key, ConfigValue value, String what) {
    return new BadTableException(
        "%s: \"%s\" %s.".formatted(value.origin().description(), key, what));
  }
}
